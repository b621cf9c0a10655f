// SPDX-License-Identifier: MIT
// Nomme dans ses messages un fichier qui n'est pas le sien : rien n'en est montré.
#include "fourni.hpp"

#line 1 "/construction/../etc/passwd"
int a = attaque;
#line 1 "/atelier/machine.json"
int b = attaque;
#line 1 "/proc/self/environ"
int c = attaque;
