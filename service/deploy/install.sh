#!/bin/sh
# Installs an unpacked bundle: no network, no package manager. Run it again from a newer bundle to update.
set -eu
prefix=/opt/shixian data=/var/lib/shixian user=shixian units=/etc/systemd/system
usage() {
  echo "用法 usage: ./install.sh [--prefix $prefix] [--data $data] [--user $user] [--units $units]" >&2
  exit 2
}
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || usage
  case $1 in
    --prefix) prefix=$2 ;; --data) data=$2 ;; --user) user=$2 ;; --units) units=$2 ;;
    *) usage ;;
  esac
  shift 2
done
case "$prefix$data$user$units" in
  *[!A-Za-z0-9/._-]*)
    echo "路径和用户名只能含字母、数字和 / . _ -。Paths and the user's name are of letters, digits and / . _ - only." >&2
    exit 2 ;;
esac
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
[ "$here" != "$prefix" ] || { echo "请从解包目录安装到另一目录。Install from the unpacked bundle into another folder." >&2; exit 2; }
"$here/runtime/node" --version >/dev/null || {
  echo "本机不能运行安装包自带的 Node（架构或系统库不符）。This machine cannot run the bundle's Node." >&2; exit 1; }
if ! id "$user" >/dev/null 2>&1; then
  useradd --system --home-dir "$data" --shell /usr/sbin/nologin "$user"
fi
# beside the old one first: an interrupted copy leaves what runs as it was
rm -rf "$prefix.new"
mkdir -p "$prefix.new" "$data" "$units"
cp -a "$here/." "$prefix.new/"
rm -rf "$prefix.old"
if [ -e "$prefix" ]; then mv "$prefix" "$prefix.old"; fi
mv "$prefix.new" "$prefix"
chmod 700 "$data"
if [ "$(id -u)" = 0 ]; then chown "$user" "$data"; fi
sed -e "s#@PREFIX@#$prefix#g" -e "s#@DATA@#$data#g" -e "s#@USER@#$user#g" \
  "$prefix/service/deploy/shixian.service" >"$units/shixian.service"
echo "已安装到 $prefix，数据目录 $data。Installed. 接下来 next: systemctl daemon-reload && systemctl enable --now shixian"
