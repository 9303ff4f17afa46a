import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { loadShippedFaces, shippedFaces } from './shipped-fonts';

/** A picture to draw: a part of a conversation on a phone's screen. */
export interface Shot {
  readonly name: string;
  /** Pixels the conversation is scrolled by. */
  readonly scrolled: number;
  readonly clock: string;
  readonly as?: 'png' | 'jpeg';
  /** Drawn smaller, to this width. */
  readonly width?: number;
  /** Another message in the place of one that the conversation has. */
  readonly changed?: string;
}

export const shotSize = { width: 1080, height: 2340 };
/** Where the conversation begins and ends on the screen. */
export const shotParts = { top: 252, bottom: 2184 };

/** Draws screens of one invented conversation with letters that come with the project, and writes them into a folder. */
export async function drawShots(
  page: Page,
  folder: string,
  shots: readonly Shot[],
): Promise<readonly string[]> {
  await page.evaluate(loadShippedFaces, shippedFaces);
  const files = await page.evaluate(
    async ({ shots: wanted, size, parts }) => {
      const lines = [
        'You said you would be home by six',
        'I drove past. Your light is on.',
        'Who is that with you?',
        'I can wait here all night if I have to',
        'Stop texting me. I have asked you before.',
        'You do not get to decide that',
        'Nice coat by the way, the green one suits you',
        'I am going to block this number',
        'Then I will find another one, you know I will',
        'Your mum says hello. I called her.',
        'Leave my family out of this',
        'Twelve calls and you do not pick up once',
        'I left something on the step for you',
        'Take it away. I do not want it.',
        'We need to talk about Saturday',
        'There is nothing to talk about',
        'See you at the station at 7.42 then',
        'How do you know which train I take',
        'I know a lot of things',
        'I am showing all of this to somebody',
        'Go on then. Nobody will believe you.',
        'They already do',
        'Fine. Last chance to be reasonable.',
        'Do not come to the house again',
      ];
      function drawChat(changed: string | null): OffscreenCanvas {
        const chat = new OffscreenCanvas(size.width, 7000);
        const pen = chat.getContext('2d');
        if (pen === null) throw new Error('no canvas');
        pen.fillStyle = '#efe7dd';
        pen.fillRect(0, 0, chat.width, chat.height);
        let y = 30;
        for (const [index, line] of lines.entries()) {
          const text = index === 11 && changed !== null ? changed : line;
          const mine = index % 5 === 4 || index % 7 === 3;
          pen.font = '44px "Shipped Arimo"';
          const width = Math.min(900, pen.measureText(text).width + 190);
          const x = mine ? size.width - width - 40 : 40;
          pen.fillStyle = mine ? '#d9fdd3' : '#ffffff';
          pen.beginPath();
          pen.roundRect(x, y, width, 128, 26);
          pen.fill();
          pen.fillStyle = '#1b1f23';
          pen.fillText(text, x + 36, y + 80, 720);
          pen.font = '30px "Shipped Arimo"';
          pen.fillStyle = '#667781';
          pen.fillText(`21:${String(10 + index)}`, x + width - 110, y + 106);
          y += 128 + 60 + ((index * 53) % 130);
        }
        return chat;
      }
      const files: { name: string; base64: string }[] = [];
      for (const shot of wanted) {
        const screen = new OffscreenCanvas(size.width, size.height);
        const pen = screen.getContext('2d');
        if (pen === null) throw new Error('no canvas');
        const height = parts.bottom - parts.top;
        pen.drawImage(
          drawChat(shot.changed ?? null),
          0,
          shot.scrolled,
          size.width,
          height,
          0,
          parts.top,
          size.width,
          height,
        );
        pen.fillStyle = '#075e54';
        pen.fillRect(0, 0, size.width, parts.top);
        pen.fillStyle = '#ffffff';
        pen.font = '40px "Shipped Arimo"';
        pen.fillText(shot.clock, 60, 66);
        pen.fillText('4G  81 %', 840, 66);
        pen.font = 'bold 52px "Shipped Arimo"';
        pen.fillText('D. Marsh', 220, 176);
        pen.fillStyle = '#f0f2f5';
        pen.fillRect(0, parts.bottom, size.width, size.height - parts.bottom);
        pen.fillStyle = '#8696a0';
        pen.font = '44px "Shipped Arimo"';
        pen.fillText('Message', 150, parts.bottom + 95);
        const width = shot.width ?? size.width;
        const out = new OffscreenCanvas(width, Math.round((size.height * width) / size.width));
        const last = out.getContext('2d');
        if (last === null) throw new Error('no canvas');
        last.imageSmoothingQuality = 'high';
        last.drawImage(screen, 0, 0, out.width, out.height);
        const blob = await out.convertToBlob({ type: `image/${shot.as ?? 'png'}`, quality: 0.6 });
        const bytes = new Uint8Array(await blob.arrayBuffer());
        let text = '';
        for (let at = 0; at < bytes.length; at += 8192)
          text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        files.push({ name: shot.name, base64: btoa(text) });
      }
      return files;
    },
    { shots: [...shots], size: shotSize, parts: shotParts },
  );
  return files.map(({ name, base64 }) => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(base64, 'base64'));
    return path;
  });
}
