/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_PROGRESS (muster_progress_get_type ())
/** MusterProgress: that something is under way, how far it is, and a way to stop it. */
G_DECLARE_FINAL_TYPE (MusterProgress, muster_progress, MUSTER, PROGRESS, AdwBin)

/** MusterProgressMeter: how far a thread is. */
typedef struct _MusterProgressMeter MusterProgressMeter;
MusterProgressMeter *muster_progress_meter_ref (MusterProgressMeter *meter);
void muster_progress_meter_unref (MusterProgressMeter *meter);
/** Of type GFileProgressCallback, from any thread. */
void muster_progress_meter_report (goffset done, goffset total, gpointer meter);

/** Begins something called @text. Returns: (transfer full): the cancellable for it. */
GCancellable *muster_progress_begin (MusterProgress *self, const char *text);
/** Returns: (transfer full): what the thread reports to, until the next muster_progress_begin(). */
MusterProgressMeter *muster_progress_get_meter (MusterProgress *self);
/** Shows @fraction and @text (nullable: as it is). */
void muster_progress_set (MusterProgress *self, double fraction, const char *text);
void muster_progress_end (MusterProgress *self);
