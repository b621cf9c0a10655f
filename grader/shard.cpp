// SPDX-License-Identifier: MIT
#include "shard.hpp"

#include <array>
#include <charconv>
#include <vector>

#include "error.hpp"
#include "message.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

constexpr unsigned most_shards = 1'000'000;

std::optional<unsigned> number(std::string_view text)
{
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = error == std::errc() && end == text.data() + text.size();
    return all && value <= most_shards ? std::optional(value) : std::nullopt;
}

/// Numbers in variables, and sentences that say which are at fault.
class Reading {
public:
    explicit Reading(const Variables& variables) : variables_(variables) {}

    [[nodiscard]] bool is_set(const char* name) const { return !value_of(name).empty(); }

    [[nodiscard]] unsigned required(const char* name, const char* because_of) const
    {
        if (!is_set(name)) {
            throw Error(tr("{} dit qu'il y a plusieurs parts, mais il manque {}.", shown(because_of), name));
        }
        const std::optional<unsigned> found = number(value_of(name));
        if (!found) {
            throw Error(tr(
                "{} : il faut un nombre entier, d'un million au plus. Dites la part vous-même, par exemple --shard 2/4.",
                shown(name)));
        }
        return *found;
    }

    /// « CI_NODE_INDEX=3 ».
    [[nodiscard]] std::string shown(const char* name) const
    {
        return fmt::format("{}={}", name, visible(value_of(name)));
    }

    [[noreturn]] void contradiction(const std::vector<const char*>& names) const
    {
        std::string all;
        for (const char* name : names) {
            all += (all.empty() ? "" : ", ") + shown(name);
        }
        throw Error(tr("Ces variables se contredisent : {}. Dites la part vous-même, par exemple --shard 2/4.", all));
    }

private:
    [[nodiscard]] std::string value_of(const char* name) const { return variables_(name).value_or(std::string()); }

    const Variables& variables_;
};

std::optional<Shard> from_slurm(const Reading& read)
{
    constexpr const char* id_name = "SLURM_ARRAY_TASK_ID";
    constexpr const char* step_name = "SLURM_ARRAY_TASK_STEP";
    if (!read.is_set(id_name)) {
        return std::nullopt;
    }
    const unsigned id = read.required(id_name, id_name);
    const unsigned min = read.required("SLURM_ARRAY_TASK_MIN", id_name);
    const unsigned max = read.required("SLURM_ARRAY_TASK_MAX", id_name);
    const unsigned count = read.required("SLURM_ARRAY_TASK_COUNT", id_name);
    const unsigned step = read.is_set(step_name) ? read.required(step_name, id_name) : 1;
    const bool regular = step != 0 && min <= id && id <= max && (id - min) % step == 0 && (max - min) % step == 0 &&
                         (max - min) / step + 1 == count;
    if (!regular) {  // a list such as --array=1,3,4 is none: what is left of it after a failure is not the class
        read.contradiction(
            {id_name, "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_MAX", "SLURM_ARRAY_TASK_COUNT", step_name});
    }
    return Shard{.index = (id - min) / step + 1, .count = count};
}

std::optional<Shard> from_gitlab(const Reading& read)
{
    if (!read.is_set("CI_NODE_INDEX") && !read.is_set("CI_NODE_TOTAL")) {
        return std::nullopt;
    }
    const unsigned count = read.required("CI_NODE_TOTAL", "CI_NODE_INDEX");
    const unsigned index =
        count == 1 && !read.is_set("CI_NODE_INDEX") ? 1 : read.required("CI_NODE_INDEX", "CI_NODE_TOTAL");
    if (index == 0 || index > count) {
        read.contradiction({"CI_NODE_INDEX", "CI_NODE_TOTAL"});
    }
    return Shard{.index = index, .count = count};
}

std::optional<Shard> from_kubernetes(const Reading& read)
{
    if (!read.is_set("JOB_COMPLETION_INDEX")) {
        return std::nullopt;
    }
    const unsigned index = read.required("JOB_COMPLETION_INDEX", "JOB_COMPLETION_INDEX");
    const unsigned count = read.required("ATELIER_SHARDS", "JOB_COMPLETION_INDEX");
    if (index >= count) {
        read.contradiction({"JOB_COMPLETION_INDEX", "ATELIER_SHARDS"});
    }
    return Shard{.index = index + 1, .count = count};
}

struct System {
    std::optional<Shard> (*shard)(const Reading&);
    const char* index;
    const char* count;
};
constexpr std::array systems{System{from_slurm, "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT"},
                             System{from_gitlab, "CI_NODE_INDEX", "CI_NODE_TOTAL"},
                             System{from_kubernetes, "JOB_COMPLETION_INDEX", "ATELIER_SHARDS"}};

}  // namespace

std::string Shard::text() const { return fmt::format("{}/{}", index, count); }

std::optional<Shard> shard_from_text(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const std::optional<unsigned> index = number(text.substr(0, slash));
    const std::optional<unsigned> count = number(text.substr(slash + 1));
    if (!index || !count || *index == 0 || *index > *count) {
        return std::nullopt;
    }
    return Shard{.index = *index, .count = *count};
}

Shard shard_from_environment(const Variables& variables)
{
    const Reading read(variables);
    std::optional<Shard> found;
    const System* by = nullptr;
    for (const System& system : systems) {
        const std::optional<Shard> shard = system.shard(read);
        if (shard && found && *shard != *found) {
            read.contradiction({by->index, by->count, system.index, system.count});
        }
        if (shard && !found) {
            found = shard;
            by = &system;
        }
    }
    if (!found) {
        throw Error(tr(
            "--shard auto n'a rien trouvé : ni SLURM_ARRAY_TASK_ID (Slurm), ni CI_NODE_INDEX (GitLab), ni JOB_COMPLETION_INDEX (Kubernetes). "
            "Dites la part vous-même, par exemple --shard 2/4."));
    }
    if (read.is_set("ATELIER_SHARDS") && read.required("ATELIER_SHARDS", by->index) != found->count) {
        read.contradiction({by->index, by->count, "ATELIER_SHARDS"});
    }
    return *found;
}

}  // namespace atelier
