import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a Containerfile of ours says, one instruction a line. */
interface Said {
  name: string;
  rest: string;
}

/** @throws Error for an instruction that `carriedOut` would not carry out */
function instructions(file: string): Said[] {
  const known = [
    "ARG",
    "FROM",
    "COPY",
    "RUN",
    "ENV",
    "USER",
    "VOLUME",
    "EXPOSE",
    "STOPSIGNAL",
    "CMD",
  ];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", ...rest] = line.split(" ");
      if (!known.includes(name)) throw new Error(`nobody carries out ${line}`);
      return { name, rest: rest.join(" ") };
    });
}

/** The script of one instruction, in a shell in which the arguments of the file are variables. */
function step({ name, rest }: Said): string {
  switch (name) {
    case "ARG":
      return rest.replace(/^(\w+)=(.*)$/, 'export $1="$2"');
    case "ENV":
      return `set_env="$set_env ${rest}"`;
    case "COPY": {
      const [from, to] = rest.split(" ");
      return `test -e "$context/${from}" && mkdir -p "$root${to}" && mount --bind "$context/${from}" "$root${to}"`;
    }
    case "RUN":
      return `chroot "$root" /bin/sh -c '${rest}'`;
    case "USER":
      return `user=${rest}`;
    case "STOPSIGNAL":
      return `stop=${rest.replace(/^SIG/, "")}`;
    case "CMD":
      return `command="${(JSON.parse(rest) as string[]).join(" ")}"`;
    default:
      return ":";
  }
}

/**
 * Does what a builder would do with a Containerfile, with this system as the base image and in namespaces of its own without a network:
 * copies, runs, and starts the command as the file's user; asks it for its health, and stops it with the file's signal.
 * @param context the folder that is copied from
 * @returns what the service answered and how it ended; `undefined` where one may not mount
 */
export function carriedOut(
  file: string,
  context: string,
): { status: number | null; out: string; err: string } | undefined {
  const begin = `
    set -eu
    ip link set lo up
    mount -t tmpfs tmpfs /mnt && mkdir /mnt/upper /mnt/work /mnt/root
    mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/root`;
  const may = (script: string) =>
    spawnSync("unshare", ["-mn", "sh", "-c", script], { encoding: "utf8", timeout: 60_000 });
  if (may(begin).status !== 0) return undefined;
  const done = may(`${begin}
    root=/mnt/root context="$(mktemp -d)" set_env=""
    mount --bind '${context}' "$context"
    mount -t proc proc $root/proc; mount --bind /dev $root/dev
    ${instructions(file).map(step).join("\n    ")}
    set -- $(eval "echo $set_env")
    chroot --userspec="$user:0" $root /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin "$@" $command >/mnt/out 2>/mnt/err & service=$!
    tries=0
    until chroot $root $PREFIX/runtime/node -e '
      fetch("http://127.0.0.1:8787/healthz").then(({ status }) => console.log("health", status), () => process.exit(1))'
    do tries=$((tries + 1)); [ $tries -lt 60 ] || { cat /mnt/err >&2; exit 1; }; sleep 0.5; done
    stat -c 'data %a %u' $root$DATA
    kill -$stop $service; wait $service && echo stopped`);
  return { status: done.status, out: done.stdout, err: done.stderr };
}
