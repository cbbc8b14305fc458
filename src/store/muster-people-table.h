/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "store/muster-database.h"

/* People, their agencies and their certification events: load and save one. Saving outside an operation fails. */

/** Somebody who was taken back with an import is NOT_FOUND, and the message says with which. */
MusterAssister *muster_people_table_load (MusterDatabase *database, gint64 id, GError **error);
/** The same for anybody there ever was; @taken_back is set to the import that took the person back, 0 for none. */
MusterAssister *muster_people_table_load_any (MusterDatabase *database, gint64 id, gint64 *taken_back, GError **error);
/** Inserts (id 0; sets it) or updates. A taken e-mail is MUSTER_ERROR_CONFLICT. Keeps the search index. */
gboolean muster_people_table_save (MusterDatabase *database, MusterAssister *assister, GError **error);

/** Sets @id to that of the next person who is added. */
gboolean muster_people_table_get_next_id (MusterDatabase *database, gint64 *id, GError **error);
/**
 * muster_people_table_add_many:
 * @people: (element-type MusterAssister): they bring their ids: the next, in order
 * @words: (element-type utf8): of each the words that muster_people_words_dup() makes, with the agency
 *
 * Adds all @people. A taken e-mail is MUSTER_ERROR_CONFLICT.
 */
gboolean muster_people_table_add_many (MusterDatabase *database, GPtrArray *people, GPtrArray *words, GError **error);

typedef enum
{
  MUSTER_PEOPLE_BY_NPN,
  MUSTER_PEOPLE_BY_ASSISTER_ID,
  MUSTER_PEOPLE_BY_TRAINING_ID,
  MUSTER_PEOPLE_BY_ADMIN_ID,
  MUSTER_PEOPLE_BY_EMAIL,
} MusterPeopleKey;
/** Returns: how many people have @value there; the first one's id in @id. -1 on error. */
int muster_people_table_find (MusterDatabase *database, MusterPeopleKey key, const char *value, gint64 *id, GError **error);
/** Finds the one person meant by @text: "P-17", NPN, Assister ID or e-mail. NOT_FOUND, or AMBIGUOUS with a list. Returns 0 on error. */
gint64 muster_people_table_resolve (MusterDatabase *database, const char *text, GError **error);

/** Sets @id to the agency called @name (compared folded), making it if needed. */
gboolean muster_people_table_ensure_agency (MusterDatabase *database, const char *name, gint64 *id, GError **error);
/** Sets @id to the agency called @name (compared folded); 0 if there is none. */
gboolean muster_people_table_find_agency (MusterDatabase *database, const char *name, gint64 *id, GError **error);
/** Sets @agency_id to the agency that the person is with, without an end; 0 if with none. */
gboolean muster_people_table_get_agency (MusterDatabase *database, gint64 assister_id, gint64 *agency_id, GError **error);
/** Returns: (transfer full) (element-type MusterAgency): by name. */
GPtrArray *muster_people_table_list_agencies (MusterDatabase *database, GError **error);
/** Returns: (transfer full) (element-type MusterAffiliation): newest first. */
GPtrArray *muster_people_table_list_affiliations (MusterDatabase *database, gint64 assister_id, GError **error);
/** Ends the current affiliation the day before @from if it is with another agency, and begins one; nothing if it is with this one already (@changed tells). Keeps the search index. */
gboolean muster_people_table_affiliate (MusterDatabase *database, gint64 assister_id, gint64 agency_id, const GDate *from, gboolean *changed, GError **error);
/** Adds all @affiliations (element-type MusterAffiliation), of people who were just added with the words of these agencies, and are with nobody yet. */
gboolean muster_people_table_affiliate_many (MusterDatabase *database, GPtrArray *affiliations, GError **error);
/** Ends the current affiliation through @through. */
gboolean muster_people_table_end_affiliation (MusterDatabase *database, gint64 assister_id, const GDate *through, GError **error);

/** Returns: (transfer full) (element-type MusterCertificationEvent): all of the person's, also superseded ones, in order of effect. */
GPtrArray *muster_people_table_list_events (MusterDatabase *database, gint64 assister_id, GError **error);
/** The same as it was known at the end of @known_on; unset or %NULL: now. */
GPtrArray *muster_people_table_list_events_known (MusterDatabase *database, gint64 assister_id, const GDate *known_on, GError **error);
/** Returns: (transfer full) (element-type MusterCertificationEvent): those of them that have begun by @on: what any step but a decision goes on from. */
GPtrArray *muster_people_table_list_begun (MusterDatabase *database, gint64 assister_id, const GDate *on, GError **error);
/**
 * Returns: (transfer full) (element-type gint64): whom a decision has ever revoked, denied or suspended for cause, so far as the register knows: few, of whom
 * muster_certification_find_bar() tells against whom it still stands.
 */
GHashTable *muster_people_table_list_once_barred (MusterDatabase *database, GError **error);
/** Adds one; sets its id. */
gboolean muster_people_table_add_event (MusterDatabase *database, MusterCertificationEvent *event, GError **error);
/** Adds all @events (element-type MusterCertificationEvent), without setting their ids. */
gboolean muster_people_table_add_events (MusterDatabase *database, GPtrArray *events, GError **error);
gboolean muster_people_table_supersede_event (MusterDatabase *database, gint64 event_id, gint64 by_event_id, GError **error);
