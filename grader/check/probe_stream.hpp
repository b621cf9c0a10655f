// SPDX-License-Identifier: MIT
// What the probe wrote on descriptor 3, read as the hostile bytes they may be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/execution.hpp"

namespace atelier::check {

/// The stream's content, in order. Lines that the probe would not write are skipped: they prove nothing.
///
/// One record a line: a letter, then fields behind tabs, each with its bytes other than visible ASCII, and « % », as
/// %XX. v NAME VALUE… (a value: n, iINTEGER, rREAL, tTEXT, bBLOB) · x NAME TYPE WHAT CODE EXTENDED · d CONNECTION FILE ·
/// p CONNECTION CODE SQL · s CONNECTION SQL EXPANDED · c CONNECTION · r CONNECTION · o CONNECTION SQL ·
/// f CONNECTION STATEMENTS AUTOCOMMIT · l CONNECTION · j CODE TEXT · a ADDRESS SIZE OFFSET (text bound without a copy by
/// the call at OFFSET of the program; the numbers are decimal) · t · e.
///
/// A detailed trace, which the variable ATELIER_RECIT asks the probe for, adds two fields to p (NANOSECONDS WHY-REFUSED) and
/// two records, in which RUN is the rank of a line s, from 1: q RUN ROWS CHANGES AUTOCOMMIT NANOSECONDS (it is at its end) ·
/// k RUN CONNECTION CODE TEXT (a call was refused; 0: before anything ran). After a line t nothing but v, x and e is sure
/// to be told.
struct ProbeStream {
    struct Returned {
        std::string name;
        Row row;
    };
    struct Uncopied {
        std::uint64_t address = 0;
        std::uint64_t size = 0;
        std::uint64_t offset = 0;
    };
    std::vector<Returned> returned;
    std::vector<CaughtException> exceptions;
    Trace trace;
    std::vector<Uncopied> uncopied;
    bool reached_end = false;
};

[[nodiscard]] ProbeStream read_probe_stream(std::string_view bytes);

}  // namespace atelier::check
