#!/bin/sh
# How much of a file its tests hold: Stryker changes it in some hundred ways, one at a time, and counts the changes at
# which one of these tests fails. Some minutes; what survives is printed, to be looked through.
#
#   sh tests/mutants/run.sh src/numeric/logGamma.ts tests/numeric/logGamma.test.ts [more tests]
#
# STRYKER is the folder of the copy in which it is installed (a temporary one unless given); then a second time is quicker.
set -eu
cd "$(dirname "$0")/../.."
[ $# -ge 2 ] || { sed -n '2,7p' "$0" >&2; exit 2; }
version=9.6.1
copy=${STRYKER:-$(mktemp -d)}
mkdir -p "$copy"
for part in package.json package-lock.json tsconfig.json src tests; do
  rm -rf "${copy:?}/$part"
  cp -R "$part" "$copy/$part"
done
file=$1
shift
cd "$copy"
[ -d node_modules/@stryker-mutator/vitest-runner ] || {
  npm ci --silent
  npm install --no-save --silent "@stryker-mutator/core@$version" "@stryker-mutator/vitest-runner@$version"
}
TESTS="$*" npx stryker run tests/mutants/stryker.json --mutate "$file"
