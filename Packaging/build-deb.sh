#!/usr/bin/env bash
# Makes a Debian package of a built `tenure`: Packaging/build-deb.sh [BINARY] [FOLDER]
# (default: .build/release/tenure, into .build/packages). Prints the path of the package.
#
# Libraries of the toolchain travel beside the binary, found by $ORIGIN; libraries of Debian become dependencies.
# The same binary, sources and SOURCE_DATE_EPOCH (default: the last commit) give the same package, byte for byte.
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/packages.sh
need dpkg-dev binutils patchelf >&2

binary=$(realpath "${1:-.build/release/tenure}")
folder=$(realpath -m "${2:-.build/packages}")
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y "$binary")}
version=${TENURE_VERSION:-0.3.0+$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M%S)}
architecture=$(dpkg --print-architecture)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
umask 022

install -D -m 0755 "$binary" "$root/usr/lib/tenure/tenure"
# Whatever the binary loads that no Debian package owns comes from the toolchain. Packages may name a file with or
# without the /usr before /lib.
owned_by_debian() {
    local path=${1#/usr}
    dpkg-query -S "$path" >/dev/null 2>&1 || dpkg-query -S "/usr$path" >/dev/null 2>&1
}
ldd "$binary" | awk '$2 == "=>" && $3 ~ /^\// { print $3 }' | sort -u | while read -r library; do
    owned_by_debian "$(realpath "$library")" || install -m 0644 "$library" "$root/usr/lib/tenure/"
done
for file in "$root"/usr/lib/tenure/*; do
    strip --strip-unneeded "$file"
    patchelf --set-rpath '$ORIGIN' "$file"
done
mkdir -p "$root/usr/bin"
ln -s ../lib/tenure/tenure "$root/usr/bin/tenure"

install -D -m 0644 Packaging/tenure.service "$root/usr/lib/systemd/system/tenure.service"
install -D -m 0644 Packaging/tenure.conf "$root/etc/tenure/tenure.conf"
install -d -m 0700 "$root/etc/tenure/secrets"
install -D -m 0644 Packaging/copyright "$root/usr/share/doc/tenure/copyright"

# Dependencies with the versions whose symbols are used.
mkdir -p "$work/source/debian"
printf 'Source: tenure\n\nPackage: tenure\nArchitecture: any\n' >"$work/source/debian/control"
depends=$(cd "$work/source" && dpkg-shlibdeps --ignore-missing-info -l"$root/usr/lib/tenure" -O \
    "$root"/usr/lib/tenure/* 2>"$work/shlibdeps.log" | sed -n 's/^shlibs:Depends=//p') || {
    cat "$work/shlibdeps.log" >&2
    exit 1
}

install -d -m 0755 "$root/DEBIAN"
install -m 0755 Packaging/postinst Packaging/prerm Packaging/postrm "$root/DEBIAN/"
echo /etc/tenure/tenure.conf >"$root/DEBIAN/conffiles"
(cd "$root" && find usr etc -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
cat >"$root/DEBIAN/control" <<CONTROL
Package: tenure
Version: $version
Architecture: $architecture
Maintainer: Tenure <tenure@localhost>
Installed-Size: $(du -k -s --apparent-size --exclude=DEBIAN "$root" | cut -f1)
Depends: $depends, adduser
Recommends: ca-certificates
Suggests: postgresql (>= 15)
Section: web
Priority: optional
Description: self-hosted people platform
 Tenure serves staff records, hiring, training, performance, commission and
 retention of one company from one server, in Chinese and English.
CONTROL
find "$root" -depth -print0 | xargs -0 touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
mkdir -p "$folder"
package=$folder/tenure_${version}_${architecture}.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null
echo "$package"
