#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# deb.sh BINARY MAN COMPLETIONS OUTPUT: a Debian package of a `trimlab` with a static Swift runtime. Needs dpkg-dev, binutils.
set -euo pipefail
binary=$1 man=$2 completions=$3 output=$4
source=$(cd "$(dirname "$0")/../.." && pwd)
version=$("$binary" --version | cut -d ' ' -f 1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/trimlab
make -s -C "$source" install-files DESTDIR="$root" PREFIX=/usr BINARY="$binary" MAN="$man" COMPLETIONS="$completions"
strip --strip-unneeded "$root/usr/bin/trimlab"
gzip -9n "$root"/usr/share/man/man1/*.1
sed -i '1{/^#!/d}' "$root/usr/share/bash-completion/completions/trimlab"  # bash reads it, nobody runs it

documents=$root/usr/share/doc/trimlab
install -d "$documents"
cat > "$documents/copyright" <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: TrimLab

Files: *
Copyright: 2026 The TrimLab developers
License: GPL-3+
 On Debian systems the text of the GNU General Public License, version 3,
 is in /usr/share/common-licenses/GPL-3.
END
{
  echo "trimlab ($version) stable; urgency=medium"
  printf '\n  * See https://semver.org and the CHANGELOG of the sources.\n\n'
  echo " -- The TrimLab developers <trimlab@localhost>  $(date -R -d "@${SOURCE_DATE_EPOCH:-$(stat -c %Y "$source/CHANGELOG.md")}")"
} | gzip -9n > "$documents/changelog.gz"

install -D -m 644 "$source/Sources/Packaging/lintian-overrides" "$root/usr/share/lintian/overrides/trimlab"

# What the executable is linked with, as dpkg-shlibdeps finds it.
mkdir -p "$work/debian" "$root/DEBIAN"
printf 'Source: trimlab\n\nPackage: trimlab\nArchitecture: any\n' > "$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O "$root/usr/bin/trimlab" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
cat > "$root/DEBIAN/control" <<END
Package: trimlab
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The TrimLab developers <trimlab@localhost>
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f 1)
Depends: $depends
Recommends: gnuplot-nox
Suggests: python3-numpy, slurm-client
Section: math
Priority: optional
Description: sample complexity and theory verification for network pruning
 Draws Gaussian inputs and planted sparse layers, runs the Net-Trim program
 over grids of samples, sparsity and dimension, and holds what it finds
 against the theory: published theorems and exact finite-sample laws.
 .
 It also prunes trained networks, with a certificate for every layer.
END
mkdir -p "$(dirname "$output")"
dpkg-deb --build --root-owner-group "$root" "$output" >/dev/null
echo "$output"
