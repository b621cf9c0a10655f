// SPDX-License-Identifier: MIT
#include "cli.hpp"

int main(int argc, char** argv) { return atelier::run_command_line(argc, argv); }
