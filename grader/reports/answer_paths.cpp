// SPDX-License-Identifier: MIT
#include "reports/answer_paths.hpp"

#include <filesystem>

namespace atelier {

std::string path_of_answer(const ClassResults& results, const StudentResult& student, std::size_t index)
{
    if (index < student.files.size() && !student.files[index].empty()) {
        const std::filesystem::path path = std::filesystem::path(student.files[index]).lexically_normal();
        if (path.is_relative() && *path.begin() != "..") {
            return path.generic_string();
        }
    }
    return results.exercises[index].id + "/reponse.cpp";
}

}  // namespace atelier
