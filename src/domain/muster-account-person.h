/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account.h"
#include "domain/muster-assister.h"

/*
 * Whom of the roster an account is. What somebody said of it (“musterctl account person”) counts first, and then nothing else does; else the names tell. They are
 * rarely written alike in both places: better one case too many is closed, and opened again, than that somebody sees their own.
 */

/** MusterPersonTie: what the names tell. */
typedef enum
{
  MUSTER_PERSON_OTHER,
  MUSTER_PERSON_LIKE, /* the family name, or a user name made of it: worth a remark, and no more, since a family name may be common */
  MUSTER_PERSON_SAME, /* a given name and a family name of the person */
} MusterPersonTie;

/**
 * muster_account_find_person_tie:
 *
 * One given name and one family name of the person in the account’s full name, in any order: accents, case, hyphens and apostrophes, titles, suffixes, middle
 * names and initials, and further family names of either do not count. An initial or a short form is no given name. An account that was added without a full
 * name has its user name for one.
 *
 * Returns: how much the names of @account and @person have in common; what was said of the account is not looked at.
 */
MusterPersonTie muster_account_find_person_tie (const MusterAccount *account, const MusterAssister *person);

/** Whether @account is @person: as was said, else by their names. */
gboolean muster_account_is_person (const MusterAccount *account, const MusterAssister *person);

/** Returns: (transfer full): pairs of folded words, each as “"lee" AND "nguyen"”, of which who has the account’s name has one at least, joined by “ OR ”; empty where there is none. */
char *muster_account_dup_word_pairs (const MusterAccount *account);

/** Returns: (transfer full) (nullable): folded words of which who has the account’s name has one at least; %NULL where that may be anybody. */
GStrv muster_account_dup_words (const MusterAccount *account);

/** Returns: (transfer full): that @account has the family name of @person, whom a case concerns, and that nothing says whether they are one. */
char *muster_account_dup_like_remark (const MusterAccount *account, const MusterAssister *person);

/** MusterPersonSaying: what is said of an account, and by whom. */
typedef struct
{
  gint64 signer;
  gboolean signer_is_person;  /* whom the account is said to be */
  gboolean signer_was_person; /* whom it was till now */
  gboolean opens;             /* to the account what is closed to who says so */
} MusterPersonSaying;

/** Whether it can be said of @account whom of the roster it is: nobody says so of themselves, in a matter of their own or to look through another’s eyes. MUSTER_ERROR_RULE. */
gboolean muster_account_check_saying (const MusterAccount *account, const MusterPersonSaying *saying, GError **error);
