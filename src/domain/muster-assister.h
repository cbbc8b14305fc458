/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterAssisterType: the roles in which a person may help the public; flags where a person holds several. */
typedef enum
{
  MUSTER_ASSISTER_BROKER = 1 << 0,
  MUSTER_ASSISTER_NAVIGATOR = 1 << 1,
  MUSTER_ASSISTER_CAC = 1 << 2,
  MUSTER_ASSISTER_SUPPORT_STAFF = 1 << 3,
} MusterAssisterType;

#define MUSTER_N_ASSISTER_TYPES 4
#define MUSTER_ASSISTER_ALL_TYPES 0xf

/**
 * MusterAssister:
 * @id: row in the register; 0 for a person not yet saved. People see it as "P-17".
 * @active: axis 2, the roster state: whether the person is with the agency at present
 *
 * A person on the roster. All strings are UTF-8, %NULL where unknown, never empty. Identifiers are text.
 * No social security number has a place here.
 */
typedef struct
{
  gint64 id;
  char *given_name;
  char *middle_name;
  char *family_name;
  char *suffix;
  char *email;
  char *phone;
  char *other_phones;  /* joined by "; " */
  char *phone_written; /* as a file had it, where that differs from @phone */
  char *npn;
  char *assister_id;
  char *training_id;
  char *admin_id;
  char *licence_number;
  char *county;
  char *languages;       /* in which the person assists: names or codes joined by "; " */
  char *letter_language; /* in which the person is written to: "en", "es"; %NULL as where nothing is said */
  gboolean active;
} MusterAssister;

/** Returns: (transfer full): an active person of whom nothing is known yet. */
MusterAssister *muster_assister_new (void);
MusterAssister *muster_assister_copy (const MusterAssister *assister);
/** Frees what @assister holds and empties it; for one that stands inside another struct. */
void muster_assister_clear (MusterAssister *assister);
void muster_assister_free (MusterAssister *assister);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAssister, muster_assister_free)

/** Returns: (transfer full): "Ana M. Lindqvist Jr.", for a line of text. */
char *muster_assister_dup_name (const MusterAssister *assister);

/** Returns: (transfer full): "Lindqvist Jr., Ana M.", for a list ordered by family name. */
char *muster_assister_dup_list_name (const MusterAssister *assister);

/** Returns: (transfer full): the folded key by which names are ordered: "lindqvist, ana m". */
char *muster_assister_dup_sort_key (const MusterAssister *assister);

/** Returns: (transfer full): "P-17". */
char *muster_assister_dup_code (gint64 id);

/** Returns: the row id for "P-17" (any case), or 0 if @text is not of that form. */
gint64 muster_assister_parse_code (const char *text);

/**
 * muster_assister_check:
 *
 * Checks @person as it is to be kept and puts its values into the form in which they are kept: a name; something to know the person by (NPN, Assister ID, Training
 * ID, Admin ID or e-mail); every identifier of its form; no social security number anywhere. A written form that is not the phone's any more is dropped.
 *
 * Returns: %FALSE with MUSTER_ERROR_INVALID naming value and rule, or MUSTER_ERROR_RULE.
 */
gboolean muster_assister_check (MusterAssister *person, GError **error);
/** The part of this about the whole person: a name, and something to know the person by. MUSTER_ERROR_RULE. */
gboolean muster_assister_check_known (const MusterAssister *person, GError **error);

/** Returns: %TRUE if the two say the same, the id and the way in which a file wrote the phone apart. */
gboolean muster_assister_equal (const MusterAssister *a, const MusterAssister *b);

/**
 * muster_assister_merge:
 * @wanted: what somebody made of @shown
 * @now: as the register has the person meanwhile
 *
 * Has @wanted stand on @now: what was not changed in it is as it is now.
 *
 * Returns: %FALSE with MUSTER_ERROR_CONFLICT that names the values where both were changed, differently.
 */
gboolean muster_assister_merge (MusterAssister *wanted, const MusterAssister *shown, const MusterAssister *now, GError **error);

/** Returns: "broker", "navigator", "cac", "support-staff". */
const char *muster_assister_type_to_code (MusterAssisterType type);
/** Returns: the translated word people see. */
const char *muster_assister_type_get_label (MusterAssisterType type);
/** Accepts the codes and the names people write in files and at the terminal, any case ("CAC", "certified application counselor", "agent", "in-person assister"). */
gboolean muster_assister_type_from_text (const char *text, MusterAssisterType *type, GError **error);

/** Returns: (transfer full): @text casefolded, accents removed, runs of white space one space, none at the ends; "" for %NULL: for comparing and searching. */
char *muster_text_fold (const char *text);

/** MusterAgency: an organisation whose people we keep. */
typedef struct
{
  gint64 id;
  char *name;
} MusterAgency;

/** Whether an agency may be called @name (nullable): it says something, is not too long, and holds no social security number. MUSTER_ERROR_INVALID or MUSTER_ERROR_RULE. */
gboolean muster_agency_check_name (const char *name, GError **error);

void muster_agency_free (MusterAgency *agency);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAgency, muster_agency_free)

/** MusterAffiliation: that a person is with an agency from a day through a day (unset: still). */
typedef struct
{
  gint64 id;
  gint64 assister_id;
  gint64 agency_id;
  char *agency_name; /* loaded along, never saved */
  GDate from;
  GDate through;
} MusterAffiliation;

/**
 * muster_affiliation_find_on:
 * @affiliations: (element-type MusterAffiliation): one person's, in any order
 *
 * Returns: (transfer none) (nullable): the one that holds on @on. Before the first of them it is the first: a roster says when we learned of a
 * person, not since when the person has been with the agency.
 */
const MusterAffiliation *muster_affiliation_find_on (GPtrArray *affiliations, const GDate *on);

/**
 * Sets @former and @now (transfer none) to the agencies between which a person went last, by @today.
 * @affiliations: (element-type MusterAffiliation): one person's, in any order. MUSTER_ERROR_RULE where there was no transfer.
 */
gboolean muster_affiliation_find_transfer (GPtrArray *affiliations, const GDate *today, const MusterAffiliation **former, const MusterAffiliation **now, GError **error);

/**
 * muster_affiliation_check_transfer:
 * @affiliations: (element-type MusterAffiliation): one person's, in any order
 * @agency_id: where the person goes to
 *
 * Whether the person can be with that agency from @on on: with another one until then, and since before @on. What was before stays as it was. The
 * certification travels along (domain.md "Certification lifecycle"). MUSTER_ERROR_RULE.
 */
gboolean muster_affiliation_check_transfer (GPtrArray *affiliations, gint64 agency_id, const GDate *on, GError **error);

void muster_affiliation_free (MusterAffiliation *affiliation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAffiliation, muster_affiliation_free)
