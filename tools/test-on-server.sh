#!/usr/bin/env bash
# Runs the database, feature and start-up tests on a real PostgreSQL server instead of the embedded one: tools/test-on-server.sh [VERSION]
# Takes Debian's PostgreSQL (15 unless told), installing it where it is missing, on a throw-away cluster and loopback.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-15}
programs=/usr/lib/postgresql/$version/bin
if [ ! -x "$programs/initdb" ]; then
	apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y "postgresql-$version"
fi
folder=$(mktemp -d /tmp/baton-server-XXXXXX)
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
stop() { as_postgres "$programs/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
echo secret >"$folder/password"
chmod 644 "$folder/password"
as_postgres "$programs/initdb" -D "$folder/data" -U admin -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
as_postgres "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-p $port -h 127.0.0.1 -k $folder -c fsync=off" start >/dev/null
echo "PostgreSQL $version on port $port"
export BATON_TEST_DATABASE_URL="postgres://admin:secret@127.0.0.1:$port/postgres"
mapfile -t tests < <(find src/platform src/features test/start-up.test.ts -name '*.test.ts' -o -name '*.test.tsx' | sort)
node tools/boot.mjs test "${tests[@]}"
