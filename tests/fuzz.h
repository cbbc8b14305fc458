/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * LLVMFuzzerTestOneInput:
 *
 * What each fuzz-*.c tries: whatever @bytes are, it ends well or with a sentence. The name is libFuzzer's, so that
 * `clang -fsanitize=fuzzer` can be put in the place of fuzz.c.
 */
int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);
