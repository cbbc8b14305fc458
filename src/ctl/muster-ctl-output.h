/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

/* What goes to standard output: UTF-8 whatever the locale, and no control characters that came out of somebody's file. */

void muster_ctl_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
/** The same on standard error. */
void muster_ctl_print_error (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** MusterCtlTable: rows of cells, printed in aligned columns. */
typedef struct _MusterCtlTable MusterCtlTable;

/** @headers: (nullable): translated, @n_columns of them. */
MusterCtlTable *muster_ctl_table_new (guint n_columns, const char *const *headers);
/** @cells: as many as there are columns; %NULL is empty. */
void muster_ctl_table_add (MusterCtlTable *table, const char *const *cells);
/** A row of a table of two columns, left out where @value is %NULL. */
void muster_ctl_table_add_field (MusterCtlTable *table, const char *label, const char *value);
void muster_ctl_table_print (MusterCtlTable *table);
void muster_ctl_table_free (MusterCtlTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCtlTable, muster_ctl_table_free)

/** Returns: (transfer full): a builder inside of its object. */
JsonBuilder *muster_ctl_json_new (void);
/** Ends the object and prints it. */
/** Has the object that is printed say, as "damage", what was found at sign-in. */
void muster_ctl_json_note_damage (const char *text);
/** Has it say, as "warnings", what a change leaves uncovered. */
void muster_ctl_json_note_warnings (char **texts);
void muster_ctl_json_print (JsonBuilder *json);

void muster_ctl_json_text (JsonBuilder *json, const char *key, const char *value);
void muster_ctl_json_number (JsonBuilder *json, const char *key, gint64 value);
void muster_ctl_json_flag (JsonBuilder *json, const char *key, gboolean value);
void muster_ctl_json_day (JsonBuilder *json, const char *key, const GDate *day);
/** @time: µs since 1970 UTC; 0 is null. */
void muster_ctl_json_time (JsonBuilder *json, const char *key, gint64 time);
/** @values: %NULL-terminated. */
void muster_ctl_json_texts (JsonBuilder *json, const char *key, const char *const *values);
/** Begins an array under @key; end it with json_builder_end_array(). */
void muster_ctl_json_begin_list (JsonBuilder *json, const char *key);

/** Returns: (transfer full): a moment for people: local, to the minute. */
char *muster_ctl_dup_time (gint64 time);
