/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterSecret: bytes that must not be swapped, dumped or left behind: sodium_malloc memory, wiped when the last reference goes.
 */
typedef struct _MusterSecret MusterSecret;

MusterSecret *muster_secret_new (gconstpointer bytes, gsize size);
/** A password as typed; the caller wipes its own copy. */
MusterSecret *muster_secret_new_from_text (const char *text);
MusterSecret *muster_secret_new_random (gsize size);
MusterSecret *muster_secret_ref (MusterSecret *secret);
void muster_secret_unref (MusterSecret *secret);
/** Returns: the bytes, and after them a zero byte that does not count: a password can be read as text where it is. */
const guint8 *muster_secret_get_bytes (MusterSecret *secret);
gsize muster_secret_get_size (MusterSecret *secret);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSecret, muster_secret_unref)
