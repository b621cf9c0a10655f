// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include "reponse.hpp"

#include <sonde.hpp>

int main(int argc, char** argv)
{
    return sonde::programme(
        argc, argv,
        {{"entier N", [](const sonde::Arguments& a) { sonde::rendre("doubler", doubler(std::stoi(a[0]))); }},
         {"texte T", [](const sonde::Arguments& a) { sonde::rendre("doubler", doubler(a[0])); }}});
}
