/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/*
 * Failed attempts to sign in cannot be journaled when they happen, since nobody has the key: they are kept beside the register and recorded
 * by the next one that succeeds.
 */
typedef struct
{
  guint count;
  gint64 first; /* µs since 1970 UTC */
  gint64 last;
  char *accounts; /* the names that were tried, joined by commas, each once */
} MusterSignInAttempts;

void muster_sign_in_attempts_clear (MusterSignInAttempts *attempts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterSignInAttempts, muster_sign_in_attempts_clear)

/** Reads what is kept; count 0 where nothing is, or where it cannot be read. */
void muster_sign_in_attempts_load (const char *folder, MusterSignInAttempts *attempts);
/** Counts one more. What cannot be written is not counted: the sign-in has failed anyway. */
void muster_sign_in_attempts_add (const char *folder, const char *account, gint64 time);
/** Forgets them once they stand in the journal. */
void muster_sign_in_attempts_forget (const char *folder);
