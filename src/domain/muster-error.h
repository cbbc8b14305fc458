/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#define MUSTER_ERROR (muster_error_quark ())

/**
 * MusterError:
 *
 * What a caller can do about a failure. The message of the error says the rest to a person.
 * The exit codes of `musterctl` are one to one with these (src/ctl/muster-exit-code.c).
 */
typedef enum
{
  MUSTER_ERROR_FORBIDDEN, /* the account's role does not allow it */
  MUSTER_ERROR_SIGN_IN,   /* wrong account or password */
  MUSTER_ERROR_NOT_FOUND, /* no such register or record */
  MUSTER_ERROR_AMBIGUOUS, /* more than one record fits; the message lists them */
  MUSTER_ERROR_BUSY,      /* another program holds the register */
  MUSTER_ERROR_DAMAGED,   /* damaged, or not a register */
  MUSTER_ERROR_NEWER,     /* made by a newer Muster */
  MUSTER_ERROR_RULE,      /* a rule of the domain refuses it */
  MUSTER_ERROR_CONFLICT,  /* the register changed meanwhile; look again */
  MUSTER_ERROR_INPUT,     /* an input file cannot be read */
  MUSTER_ERROR_KEYRING,   /* no keyring, it is locked, or it lacks the entry */
  MUSTER_ERROR_STORAGE,   /* disk full, folder not writable, I/O error */
  MUSTER_ERROR_INVALID,   /* a value given by the caller has the wrong form */
} MusterError;

GQuark muster_error_quark (void);
