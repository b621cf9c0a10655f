// SPDX-License-Identifier: MIT
// Whatever a program prints, writes to the probe's descriptor and ends with, its run is told in safe and bounded words,
// and only one that reached its end ends well.
//
// The input: a letter for the way of ending, its code in one byte, then behind 0x1E the descriptors 1, 2 and 3.
#include "check/observe.hpp"

#include "check/probe_stream.hpp"
#include "fuzz.hpp"

namespace atelier::check {
namespace {

using fuzz::promise;

Outcome outcome_of(std::string_view input)
{
    using End = Outcome::End;
    const std::vector<std::string_view> parts = fuzz::parts_of(input, 4);
    Outcome outcome{.end = End::exited,
                    .code = parts[0].size() < 2 ? 0 : static_cast<unsigned char>(parts[0][1]),
                    .out = std::string(parts[1]),
                    .err = std::string(parts[2]),
                    .probe = std::string(parts[3]),
                    .status = {}};
    switch (parts[0].empty() ? 'e' : parts[0].front()) {
        case 's': outcome.end = End::signaled; break;
        case 't': outcome.end = End::out_of_wall_time; break;
        case 'o': outcome.end = End::too_much_output; break;
        default: break;
    }
    return outcome;
}

void test(std::string_view input)
{
    const Outcome outcome = outcome_of(input);
    const Observer observer("reponse.cpp", [](const std::vector<std::string>& offsets) {
        return std::vector<std::string>(offsets.size(), "/construction/reponse.cpp:12");
    });
    Limits limits;
    limits.probe_bytes = 64;
    const Execution execution = observer.observe(outcome, limits, "./atelier run 01a");
    const bool well = outcome.succeeded() && read_probe_stream(outcome.probe).reached_end;
    promise((execution.ending() == Ending::well) == well, "only what reached its end ends well");
    promise(execution.explanation().empty() == well || !outcome.err.empty(), "what did not end well is explained");
    fuzz::promise_readable(execution.explanation(), 8'000);
    promise(execution.out() == outcome.out && execution.err() == outcome.err, "what was printed is kept");
}

}  // namespace
}  // namespace atelier::check

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::check::test(atelier::fuzz::text_of(data, size));
    return 0;
}
