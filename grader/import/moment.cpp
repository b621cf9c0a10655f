// SPDX-License-Identifier: MIT
#include "import/moment.hpp"

#include <fmt/format.h>

#include <chrono>

namespace atelier {

namespace {

/// Takes things off the front of a text; what does not fit leaves it broken.
class Taker {
public:
    explicit Taker(std::string_view text) : text_(text) {}

    /// A number of exactly `digits` digits, from `least` to `most`.
    int number(std::size_t digits, int least, int most)
    {
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const char c = text_.empty() ? '\0' : text_.front();
            good_ = good_ && c >= '0' && c <= '9';
            value = good_ ? 10 * value + (c - '0') : least;
            text_.remove_prefix(text_.empty() ? 0 : 1);
        }
        good_ = good_ && value >= least && value <= most;
        return value;
    }

    /// Whether one of `characters` comes next; it is taken then.
    bool optional(std::string_view characters)
    {
        const bool comes = !text_.empty() && characters.find(text_.front()) != std::string_view::npos;
        text_.remove_prefix(comes ? 1 : 0);
        return comes;
    }

    void required(std::string_view characters) { good_ = optional(characters) && good_; }

    void digits()
    {
        while (optional("0123456789")) {
        }
    }

    [[nodiscard]] std::string_view rest() const { return text_; }
    [[nodiscard]] bool is_all() const { return good_ && text_.empty(); }

private:
    std::string_view text_;
    bool good_ = true;
};

/// `Z`, `+01:00` or `+0100`: what is added to UTC.
std::chrono::minutes offset(Taker& taker)
{
    if (taker.optional("Z")) {
        return std::chrono::minutes(0);
    }
    const bool is_west = taker.rest().starts_with('-');
    taker.required("+-");
    const int hours = taker.number(2, 0, 15);
    (void)taker.optional(":");
    const int minutes = taker.number(2, 0, 59);
    return std::chrono::minutes((is_west ? -1 : 1) * (60 * hours + minutes));
}

}  // namespace

std::string utc_moment(std::string_view text)
{
    using namespace std::chrono;
    Taker taker(text);
    const year y(taker.number(4, 1970, 2999));
    taker.required("-");
    const month m(static_cast<unsigned>(taker.number(2, 1, 12)));
    taker.required("-");
    const day d(static_cast<unsigned>(taker.number(2, 1, 31)));
    taker.required("T ");
    const hours h(taker.number(2, 0, 23));
    taker.required(":");
    const minutes min(taker.number(2, 0, 59));
    const seconds s(taker.optional(":") ? taker.number(2, 0, 59) : 0);
    if (taker.optional(".,")) {
        taker.digits();
    }
    (void)taker.optional(" ");
    const minutes east = offset(taker);
    const year_month_day date(y, m, d);
    if (!taker.is_all() || !date.ok()) {
        return {};
    }
    const sys_seconds utc = sys_days(date) + h + min + s - east;
    const auto its_day = floor<days>(utc);
    const year_month_day utc_date(its_day);
    const hh_mm_ss time(utc - its_day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(utc_date.year()),
                       static_cast<unsigned>(utc_date.month()), static_cast<unsigned>(utc_date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace atelier
