// SPDX-License-Identifier: MIT
// The C library has no functions for these calls; their numbers and bits are those of the kernel's own documentation,
// https://docs.kernel.org/userspace-api/landlock.html.
#include "sandbox/landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace atelier::box {

namespace {

constexpr std::uint64_t to_read =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t of_the_first_version = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;
constexpr std::uint64_t refer = 1U << 13U;       // version 2
constexpr std::uint64_t truncate = 1U << 14U;    // version 3
constexpr std::uint64_t use_device = 1U << 15U;  // version 5
constexpr std::uint64_t of_files =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | truncate | use_device;

/// What is ruled, as later versions know it; an older kernel reads the beginning only.
struct Ruleset {
    std::uint64_t files = 0;
    std::uint64_t network = 0;  // version 4: bind and connect
    std::uint64_t scope = 0;    // version 6: abstract sockets and signals
};

std::uint64_t known_files(long version)
{
    return of_the_first_version | (version >= 2 ? refer : 0) | (version >= 3 ? truncate : 0) |
           (version >= 5 ? use_device : 0);
}

class Rules {
public:
    Rules()
    {
        const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
        if (version < 1) {
            failure_.error = errno;
            return;
        }
        known_ = known_files(version);
        const Ruleset ruled{.files = known_, .network = version >= 4 ? 3U : 0U, .scope = version >= 6 ? 3U : 0U};
        const std::size_t bytes = version >= 6 ? 24 : version >= 4 ? 16 : 8;
        ruleset_ = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &ruled, bytes, 0));
        keep(ruleset_);
    }

    void allow(const char* path, std::uint64_t access)
    {
        if (failure_.error != 0) {
            return;
        }
        const int file = ::open(path, O_PATH | O_CLOEXEC);
        struct stat status {};
        if (file < 0 || ::fstat(file, &status) != 0) {
            failure_ = {errno, path};
            return;
        }
        const std::uint64_t possible = S_ISDIR(status.st_mode) ? known_ : known_ & of_files;
        const landlock_path_beneath_attr rule{.allowed_access = access & possible, .parent_fd = file};
        keep(::syscall(SYS_landlock_add_rule, ruleset_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0));
        ::close(file);
    }

    [[nodiscard]] Failure enforce()
    {
        if (failure_.error == 0) {
            keep(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
        }
        if (failure_.error == 0) {
            keep(::syscall(SYS_landlock_restrict_self, ruleset_, 0));
            ::close(ruleset_);
        }
        return failure_;
    }

private:
    void keep(long result)
    {
        if (result < 0 && failure_.error == 0) {
            failure_.error = errno;
        }
    }

    int ruleset_ = -1;
    Failure failure_;
    std::uint64_t known_ = 0;
};

}  // namespace

Failure confine_files(std::span<const char* const> read, std::span<const char* const> write)
{
    Rules rules;
    for (const char* path : read) {
        rules.allow(path, to_read);
    }
    for (const char* path : write) {
        rules.allow(path, ~std::uint64_t{0} & ~LANDLOCK_ACCESS_FS_EXECUTE);
    }
    return rules.enforce();
}

}  // namespace atelier::box
