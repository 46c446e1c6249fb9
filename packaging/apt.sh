# Functions for scripts that install Debian's packages where they may; sourced, not run.

may_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Newer releases renamed some libraries: libasound2 is libasound2t64 there.
release_names() {
  local package names=()
  for package in "$@"; do
    apt-cache show "${package}t64" >/dev/null 2>&1 && package+=t64
    names+=("$package")
  done
  echo "${names[*]}"
}

apt_install() {
  local names
  as_root apt-get update -qq || say "apt-get update failed; trying with the lists at hand."
  read -ra names <<<"$(release_names "$@")"
  say "installing ${names[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${names[@]}" >/dev/null
}
