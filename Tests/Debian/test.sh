#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh PACKAGE: installs the Debian package into a fresh Debian 12 without Swift and runs the quickstart there. Needs root and debootstrap.
set -euo pipefail
package=$(realpath "$1")
tree=$(mktemp -d)
trap 'umount "$tree/proc" 2>/dev/null || true; rm -rf "$tree"' EXIT
debootstrap --variant=minbase bookworm "$tree" >/dev/null
mount -t proc proc "$tree/proc"
cp "$package" "$tree/trimlab.deb"
inside() { chroot "$tree" /usr/bin/env -i PATH=/usr/bin:/usr/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"; }

start=$(date +%s)
inside sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq /trimlab.deb' >/dev/null 2>&1
echo "installed with what it needs in $(($(date +%s) - start)) s"
if inside sh -c 'command -v swift'; then echo "there is a Swift here: the test shows nothing" >&2; exit 1; fi

inside trimlab --version
inside trimlab predict --dimension 200 --sparsity 10 | grep 'exact recovery *123'
start=$(date +%s)
inside trimlab run /usr/share/trimlab/Studies/quickstart.yaml --output /quickstart >/dev/null
echo "the quickstart's study and figures in $(($(date +%s) - start)) s"
for file in report.html figures/success_curve.svg trials.sqlite; do test -s "$tree/quickstart/$file"; done
inside test -s /usr/share/man/man1/trimlab.1.gz
inside apt-get remove -y -qq trimlab >/dev/null 2>&1
if inside sh -c 'command -v trimlab'; then echo "trimlab is still there" >&2; exit 1; fi
echo "The Debian package passed."
