/** There is no file system here: the zip library asks for the module, and is given files by ranges instead. */
export {};
