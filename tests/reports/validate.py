#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""validate.py SCHEMA FILE…: whether the JSON files follow the schema. 0: yes; 1: no; 77: the library is not there."""

import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    validator = jsonschema.Draft7Validator(json.load(file))
wrong = False
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        for error in validator.iter_errors(json.load(file)):
            print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message}")
            wrong = True
sys.exit(wrong)
