// SPDX-License-Identifier: MIT
#include "workers.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace atelier {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work, unsigned workers,
                 const std::function<void(std::size_t)>& done)
{
    std::vector<std::exception_ptr> failures(count);
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> failed = false;
    std::mutex telling;
    std::size_t finished = 0;

    const auto take_turns = [&] {
        for (std::size_t i = next++; i < count && !failed; i = next++) {
            try {
                work(i);
            } catch (...) {
                failures[i] = std::current_exception();
                failed = true;
            }
            const std::lock_guard guard(telling);
            ++finished;
            if (done) {
                done(finished);
            }
        }
    };

    const unsigned wanted = workers == 0 ? std::max(1U, std::thread::hardware_concurrency()) : workers;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < std::min<std::size_t>(wanted, count); ++i) {
            threads.emplace_back(take_turns);
        }
        take_turns();
    }
    const auto first =
        std::find_if(failures.begin(), failures.end(), [](const std::exception_ptr& e) { return e != nullptr; });
    if (first != failures.end()) {
        std::rethrow_exception(*first);
    }
}

}  // namespace atelier
