/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-secret.h"

/*
 * The recovery key: 32 random bytes written as 13 groups of four base32 characters (Crockford's letters: no I, L, O, U) and one group of
 * checksum; read back without regard to case, blanks and hyphens, O as 0, I and L as 1.
 */
char *muster_recovery_key_to_text (MusterSecret *key);
/** Returns: the key; %NULL with MUSTER_ERROR_INVALID saying which group is wrong or how many characters are missing. */
MusterSecret *muster_recovery_key_from_text (const char *text, GError **error);
/** Whether @typed is @group of a key, as muster_recovery_key_from_text() reads it. */
gboolean muster_recovery_key_is_group (const char *typed, const char *group);
