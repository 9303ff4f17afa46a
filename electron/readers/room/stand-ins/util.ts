type Constructor = { prototype: object; super_?: unknown };

/** The one function of Node's `util` that the zip library uses. */
export function inherits(child: Constructor, parent: Constructor): void {
  child.super_ = parent;
  Object.setPrototypeOf(child.prototype, parent.prototype);
}
