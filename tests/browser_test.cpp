// SPDX-License-Identifier: MIT
// The HTML report in a real browser, Debian's chromium without a screen: tests/browser/report.py asks it, this makes the
// reports.
#include <gtest/gtest.h>
#include <unistd.h>

#include "class_sample.hpp"
#include "class_synthetic.hpp"
#include "files.hpp"
#include "message.hpp"
#include "process.hpp"
#include "reports/html.hpp"

namespace atelier {
namespace {

TEST(HtmlReportInABrowser, SortsFiltersPrintsAndIsReadByAll)
{
    for (const char* tool : {"/usr/bin/chromium", "/usr/bin/chromedriver", "/usr/bin/python3"}) {
        if (::access(tool, X_OK) != 0) {
            GTEST_SKIP() << tool
                         << " is missing: apt-get install chromium chromium-driver python3, and the HTML report is "
                         << "tried in a browser too.";
        }
    }
    const TemporaryFolder folder;
    write_html_report(synthetic_class(200, 20), folder.path() / "class");
    write_html_report(synthetic_class(40, 20), folder.path() / "group");
    ClassResults sample = sample_class();
    sample.failure = "Le disque est plein.";
    write_html_report(sample, folder.path() / "exemple");
    use_language("en");
    write_html_report(synthetic_class(12, 3), folder.path() / "english");
    use_language("fr");

    Command command;
    command.arguments = {"/usr/bin/python3", ATELIER_SOURCE_FOLDER "/tests/browser/report.py", folder.path()};
    command.folder = folder.path();
    command.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "PYTHONDONTWRITEBYTECODE=1"};
    command.limits.wall_time = std::chrono::minutes(3);  // it gives up of itself after two, and ends the browser
    command.limits.cpu_time = std::chrono::minutes(3);
    command.limits.memory_bytes = ~std::size_t{0};
    command.limits.file_bytes = std::size_t{1} << 30U;
    const Outcome outcome = run(command);
    EXPECT_TRUE(outcome.succeeded()) << outcome.err;
}

}  // namespace
}  // namespace atelier
