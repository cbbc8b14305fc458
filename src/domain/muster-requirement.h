/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "domain/muster-rule-source.h"

/** MusterRequirementKind: what sort of thing a requirement is; it says which outcomes its evidence may have (domain.md "Axes"). */
typedef enum
{
  MUSTER_REQUIREMENT_COURSE,
  MUSTER_REQUIREMENT_STUDY,
  MUSTER_REQUIREMENT_LICENCE,
  MUSTER_REQUIREMENT_ACKNOWLEDGEMENT,
  MUSTER_REQUIREMENT_APPOINTMENT,
  MUSTER_REQUIREMENT_CREDITS,
  MUSTER_REQUIREMENT_ACCESS,
  MUSTER_REQUIREMENT_LISTING,
  MUSTER_REQUIREMENT_CONTRACT,
} MusterRequirementKind;

#define MUSTER_N_REQUIREMENT_KINDS 9

/** MusterRenewal: when what was shown once has to be shown again. */
typedef enum
{
  MUSTER_RENEWAL_ONCE,   /* never; an expiry that the evidence names counts all the same */
  MUSTER_RENEWAL_SEASON, /* in every recertification season */
  MUSTER_RENEWAL_MONTHS, /* a number of months after the day of the evidence */
} MusterRenewal;

/**
 * MusterRequirement: what a rule pack asks of people in some roles.
 * @types: the roles, as flags
 * @months: of MUSTER_RENEWAL_MONTHS
 * @pass_mark: the least score of a course, in percent; 0: there is no score
 * @after: the requirements that have to be met before it, as a mask over the pack's
 * @blocks: whether without it nobody may assist in the role; otherwise its absence is only shown
 * @implied: whether the marketplace’s certification shows that it was met
 * @needs_expiry: whether its evidence has to say until when it holds
 */
typedef struct
{
  char *code;
  char *title; /* translated */
  MusterRequirementKind kind;
  guint types;
  MusterRenewal renewal;
  guint months;
  guint pass_mark;
  guint32 after;
  gboolean blocks;
  gboolean implied;
  gboolean needs_expiry;
  MusterRuleSource source;
} MusterRequirement;

/** As many as fit in a mask. */
#define MUSTER_MAX_REQUIREMENTS 24

void muster_requirement_free (MusterRequirement *requirement);

/** "course", "study", … */
const char *muster_requirement_kind_to_code (MusterRequirementKind kind);
gboolean muster_requirement_kind_from_code (const char *code, MusterRequirementKind *kind, GError **error);
/** Returns: translated: "Course", "Background study", … */
const char *muster_requirement_kind_get_label (MusterRequirementKind kind);
/** "once", "season", "months" */
const char *muster_renewal_to_code (MusterRenewal renewal);
gboolean muster_renewal_from_code (const char *code, MusterRenewal *renewal, GError **error);

/** MusterEvidenceMeaning: what an outcome says about the requirement. */
typedef enum
{
  MUSTER_MEANING_MET,
  MUSTER_MEANING_ON_THE_WAY, /* something was done, but it is not met yet */
  MUSTER_MEANING_ADVERSE,    /* it is not met, and somebody said so */
} MusterEvidenceMeaning;

/**
 * MusterEvidenceOutcome: one of the words in which evidence of a kind may end.
 * @code: "passed", "disqualified", …; kept in the register and promised in JSON
 * @label: untranslated, marked N_()
 */
typedef struct
{
  const char *code;
  const char *label;
  MusterEvidenceMeaning meaning;
} MusterEvidenceOutcome;

/** Returns: (transfer none): the outcomes of @kind, the one that meets it first, ended by one whose code is %NULL. */
const MusterEvidenceOutcome *muster_requirement_kind_get_outcomes (MusterRequirementKind kind);
/** Returns: (nullable): the outcome called @code of @kind; the one that meets it for %NULL. %NULL with MUSTER_ERROR_INVALID that lists what there is. */
const MusterEvidenceOutcome *muster_requirement_kind_find_outcome (MusterRequirementKind kind, const char *code, GError **error);
