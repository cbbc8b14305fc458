/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterStay: one of a person's stays with agencies. @through: unset: it has no end. */
typedef struct
{
  gint64 id;
  GDate from;
  GDate through;
} MusterStay;

typedef enum
{
  MUSTER_STAY_BEGINS,  /* on @day */
  MUSTER_STAY_ENDS,    /* through @day */
  MUSTER_STAY_GOES_ON, /* without an end again */
} MusterStayEventKind;

/** MusterStayEvent: something that was recorded of a person's stays. @id: of the stay. */
typedef struct
{
  MusterStayEventKind kind;
  gint64 id;
  GDate day;
} MusterStayEvent;

/**
 * muster_stays_replay:
 * @events: (element-type MusterStayEvent): in the order in which they were recorded
 *
 * What the stays are by these events: a person is with one agency at a time, so that a beginning ends whatever reaches into it, and an end ends
 * whatever reaches beyond it, also where it was recorded of a stay that is not among them. So events can be left out, and the others have their
 * effect on what then is.
 *
 * Returns: (transfer full) (element-type MusterStay): in the order of their beginnings.
 */
GArray *muster_stays_replay (GArray *events);

/**
 * Whether a stay can be recorded so on @today: it has begun, and does not end before. What was replaced on the day on which it began ends on the day before.
 * MUSTER_ERROR_RULE.
 */
gboolean muster_stay_check (const MusterStay *stay, const GDate *today, GError **error);
