export interface Draft {
  /** what a name of this kind looks like */
  name: RegExp;
  example: string;
  makes: string;
  write(name: string): { files: Record<string, string>; next: string[] };
}

/** `time-per-step` → `timePerStep` */
export const camel = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export const KEBAB = /^[a-z]+(-[a-z0-9]+)*$/;
