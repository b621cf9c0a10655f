# SPDX-License-Identifier: MIT
# cmake -DFOLDER=… -DOUT=… -P sources-digest.cmake: writes a C++ file that holds one digest of all the sources in FOLDER, the
# same on every machine that builds them.
file(GLOB_RECURSE sources RELATIVE "${FOLDER}" "${FOLDER}/*.cpp" "${FOLDER}/*.hpp")
list(SORT sources COMPARE STRING)
set(all "")
foreach(source IN LISTS sources)
  file(SHA256 "${FOLDER}/${source}" digest)
  string(APPEND all "${source} ${digest}\n")
endforeach()
string(SHA256 digest "${all}")
file(CONFIGURE OUTPUT "${OUT}" CONTENT [[
#include "version.hpp"

namespace atelier {

std::string grader_version() { return ATELIER_VERSION; }
std::string grader_sources() { return "@digest@"; }

}  // namespace atelier
]] @ONLY)
