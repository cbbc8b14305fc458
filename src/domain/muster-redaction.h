/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"

/* What does not leave with a redacted file (domain.md “Records and disclosure”): it is taken out before anything is drawn, and a log says that it was. */

/** MusterRedactionKind: what sort of thing is left out, each by a rule of its own. */
typedef enum
{
  MUSTER_REDACTION_COMPLAINANT,      /* who complained; the name wherever it is written */
  MUSTER_REDACTION_NARRATIVE,        /* what is told of an incident: it tells of clients */
  MUSTER_REDACTION_UNSUBSTANTIATED,  /* a complaint that did not prove true */
  MUSTER_REDACTION_OTHER_PERSON,     /* whom else an incident concerns */
  MUSTER_REDACTION_CONTACT,          /* the e-mail address */
  MUSTER_REDACTION_IDENTIFIER,       /* what opens the marketplace’s systems */
  MUSTER_REDACTION_STUDY,            /* how a background study ended */
  MUSTER_REDACTION_FILE,             /* a file as it was drawn or came: nothing can be taken out of it */
  MUSTER_REDACTION_WORD,             /* a name that was asked to be withheld */
  MUSTER_REDACTION_PATTERN,          /* what is written like an e-mail address, a telephone number, a birth date or a long number */
} MusterRedactionKind;

#define MUSTER_N_REDACTION_KINDS 10

/** Returns: "complainant", …: in JSON. */
const char *muster_redaction_kind_to_code (MusterRedactionKind kind);
/** Returns: translated: what was left out. */
const char *muster_redaction_kind_get_label (MusterRedactionKind kind);
/** Returns: translated: the rule by which. */
const char *muster_redaction_kind_get_rule (MusterRedactionKind kind);

/** MusterRedaction: a line of the log: never what was left out. @where: "IN-2026-0003, What happened". @n: how often there. */
typedef struct
{
  MusterRedactionKind kind;
  char *where;
  guint n;
} MusterRedaction;

/** MusterRedactor: takes out of texts what does not leave; where it does not redact, all passes as it is. */
typedef struct _MusterRedactor MusterRedactor;

/** At most as many names are withheld, each of at least and at most so many characters. */
#define MUSTER_REDACTOR_MOST_WORDS 200
#define MUSTER_REDACTOR_LEAST_LENGTH 2
#define MUSTER_REDACTOR_MOST_LENGTH 200

/**
 * muster_redactor_new:
 * @redacts: whether anything is left out
 * @words: (nullable): %NULL-terminated: names to be withheld wherever they stand, however they are written (muster-withheld-name.h); blank ones count for nothing
 *
 * Returns: (transfer full): %NULL with MUSTER_ERROR_INVALID where a word is too short or too long, or there are too many.
 */
MusterRedactor *muster_redactor_new (gboolean redacts, const char *const *words, GError **error);
void muster_redactor_free (MusterRedactor *redactor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRedactor, muster_redactor_free)

gboolean muster_redactor_redacts (MusterRedactor *redactor);
/** Has names that are a part of @name (nullable), that of whom it is about, stay where only a part of a complainant’s name is the same. */
void muster_redactor_protect (MusterRedactor *redactor, const char *name);
/** Has @name (nullable), of somebody who complained, be withheld wherever it is written, and its parts in what people wrote. */
void muster_redactor_add_complainant (MusterRedactor *redactor, const char *name);
/** Has the name of @other, whom else an incident concerns, be withheld wherever it is written, and the family name by itself in what people wrote; but not a name that whom it is about has, too. */
void muster_redactor_add_other (MusterRedactor *redactor, const MusterAssister *other);

/** Returns: (transfer full) (nullable): @value; in its stead that it is withheld, where it redacts and there is something. */
char *muster_redactor_dup_field (MusterRedactor *redactor, MusterRedactionKind kind, const char *where, const char *value);
/** Returns: (transfer full) (nullable): what a person wrote, without names to be withheld and what is written like an address or a number. */
char *muster_redactor_dup_text (MusterRedactor *redactor, const char *where, const char *text);
/** Returns: (transfer full) (nullable): @text without whole names to be withheld: for what the program says. */
char *muster_redactor_dup_words (MusterRedactor *redactor, const char *where, const char *text);
/** Says in the log that @n things of @kind are left out. */
void muster_redactor_note (MusterRedactor *redactor, MusterRedactionKind kind, const char *where, guint n);

/** Returns: (transfer none) (element-type MusterRedaction): what was left out, in order. */
GPtrArray *muster_redactor_get_log (MusterRedactor *redactor);
/** Returns: (transfer full) (element-type utf8): those of the names to be withheld that stood nowhere: perhaps they are written otherwise. */
GPtrArray *muster_redactor_list_unfound (MusterRedactor *redactor);
