/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-secret.h"

/*
 * What could not be journaled when it happened, because somebody else was writing: a sign-in, a use of the recovery key. It is kept beside the register,
 * and stands in the entry of the next sign-in that is recorded. The register key seals it: who has only the folder can take the file away, but write nothing into it.
 */

/** Keeps that @what ("sign-in kim") happened at @time. */
void muster_waiting_entries_add (const char *folder, MusterSecret *register_key, const char *what, gint64 time);
/**
 * muster_waiting_entries_load:
 *
 * Returns: (transfer full) (nullable): all that waits, "sign-in kim 2026-11-28T02:20:00Z; …"; where somebody else changed the file, that; %NULL if nothing does.
 */
char *muster_waiting_entries_load (const char *folder, MusterSecret *register_key);
/** Forgets them once they stand in the journal. */
void muster_waiting_entries_forget (const char *folder);
