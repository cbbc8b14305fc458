/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#define MUSTER_SAVED_LIST_LONGEST_NAME 60

/**
 * MusterSavedFilter: what a saved list of the roster asks for: all that is given must hold. As text it is what the register keeps.
 * @search, @county, @language: (nullable)
 * @states: 1 << MusterCertificationState; 0: all
 * @types: flags; 0: all
 * @agency_id: 0: all
 * @may_assist: -1: all, 0, 1
 * @expiring: within so many days; 0: all
 */
typedef struct
{
  char *search;
  char *county;
  char *language;
  guint states;
  guint types;
  gint64 agency_id;
  int may_assist;
  guint expiring;
} MusterSavedFilter;

MusterSavedFilter *muster_saved_filter_new (void);
void muster_saved_filter_free (MusterSavedFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSavedFilter, muster_saved_filter_free)

/** Whether it asks for something, and has no social security number in it. MUSTER_ERROR_RULE. */
gboolean muster_saved_filter_check (const MusterSavedFilter *filter, GError **error);
/** Returns: (transfer full): a line "key=value" for each thing that it asks for. */
char *muster_saved_filter_to_text (const MusterSavedFilter *filter);
/** Returns: (transfer full): what @text says. MUSTER_ERROR_INVALID for what is no such text. */
MusterSavedFilter *muster_saved_filter_from_text (const char *text, GError **error);
/** Returns: (transfer full): translated, for people: "Broker · Certified · Ramsey"; @agency: (nullable): the name of the agency it asks for. */
char *muster_saved_filter_dup_label (const MusterSavedFilter *filter, const char *agency);

/** Returns: (transfer full): @name, tidy. MUSTER_ERROR_INVALID for one that is empty or too long, or has a social security number in it. */
char *muster_saved_list_check_name (const char *name, GError **error);
