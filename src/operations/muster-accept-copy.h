/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/** Says that the copy of the register that was put back is meant, and goes on. Input: the reason (const char *). */
extern const MusterOperation muster_accept_copy;
