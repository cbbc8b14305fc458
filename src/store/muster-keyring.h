/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "store/muster-secret.h"

/*
 * The desktop keyring through libsecret: schema org.muster.Register, attributes "register" (its id) and "kind". Every call gives up after a few
 * seconds, so that a keyring that waits for someone never hangs a start. They block: not for the main thread.
 */
typedef enum
{
  MUSTER_KEYRING_COMPUTER_SECRET,
  MUSTER_KEYRING_ANCHOR, /* the newest checkpoint seen on this computer */
} MusterKeyringKind;

/** Returns: (nullable): the secret; %NULL without @error where the keyring has no such entry; %NULL with MUSTER_ERROR_KEYRING where there is no keyring, or it is locked and stays so. */
MusterSecret *muster_keyring_lookup (const char *register_id, MusterKeyringKind kind, GCancellable *cancellable, GError **error);
gboolean muster_keyring_store (const char *register_id, const char *register_name, MusterKeyringKind kind, MusterSecret *secret, GCancellable *cancellable, GError **error);
/**
 * From now on, until the program ends, @secret is the computer secret of the register here: for a computer whose keyring does not work. It is kept in this program's
 * memory alone, and muster_keyring_lookup() finds it there.
 */
void muster_keyring_hold (const char *register_id, MusterSecret *secret);
gboolean muster_keyring_holds (const char *register_id);
gboolean muster_keyring_forget (const char *register_id, MusterKeyringKind kind, GCancellable *cancellable, GError **error);
