/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-day.h"
#include "domain/muster-rule-pack.h"

/**
 * MusterRequirementFact: one piece of evidence, as far as rules ask for it.
 * @requirement: its place in the pack
 * @meaning: #MusterEvidenceMeaning
 * @notice: of an acknowledgement: which of the versions of the notice was signed, counted from 1; 0: nobody said which
 * @on, @expires: 0 where the source does not say; through @expires it holds
 */
typedef struct
{
  guint8 requirement;
  guint8 meaning;
  guint16 notice;
  MusterDay on;
  MusterDay expires;
} MusterRequirementFact;

/**
 * MusterRoleFacts: what is known of one role of a person on the day.
 * @certified_on: the effective day of the last certification, renewal or reinstatement; 0: none
 * @certified_recorded: the day on which that was written down: whoever records a certification says that it stands then
 * @decided_through: the last day before a decision takes effect that takes it away; 0: none is decided
 */
typedef struct
{
  guint8 state; /* MusterCertificationState */
  MusterDay certified_on;
  MusterDay certified_recorded;
  MusterDay decided_through;
} MusterRoleFacts;

/** MusterNoticeDays: a version of the notice: from when it is in force, and through which day an earlier one will do. */
typedef struct
{
  MusterDay from;
  MusterDay due;
} MusterNoticeDays;

/**
 * MusterRequirementDay: on which day, and what was in force.
 * @notices: (array length=n_notices): the versions of the notice that are known, those to come included, in order; borrowed. Where there is none any
 *   acknowledgement will do
 * @notice_on: of a season: an acknowledgement counts where it is of the version that is in force on this day, or of one to come: that an earlier version will do
 *   for a while yet is not having signed anew; 0: it counts for as long as it will do
 * @only: the requirements by which people are judged, as a mask; 0: all of them. Roles of which none of these is asked are passed over.
 */
typedef struct
{
  MusterDay on;
  const MusterNoticeDays *notices;
  guint n_notices;
  MusterDay notice_on;
  guint32 only;
} MusterRequirementDay;

/** MusterRequirementStatus: how a requirement stands with one person in one role on one day. */
typedef enum
{
  MUSTER_REQUIREMENT_NOT_ASKED, /* of this role */
  MUSTER_REQUIREMENT_MET,
  MUSTER_REQUIREMENT_IMPLIED,   /* by the marketplace’s certification */
  MUSTER_REQUIREMENT_DUE,       /* not met, and not late yet */
  MUSTER_REQUIREMENT_MISSING,
  MUSTER_REQUIREMENT_EXPIRED,
  MUSTER_REQUIREMENT_ADVERSE,   /* somebody said that it is not met */
} MusterRequirementStatus;

#define MUSTER_N_REQUIREMENT_STATUSES 7

/** "met", "implied", …; promised in JSON */
const char *muster_requirement_status_to_code (MusterRequirementStatus status);
/** Returns: translated: "Met", "Certified by the marketplace", … */
const char *muster_requirement_status_get_label (MusterRequirementStatus status);
/** Whether it stands in the way. */
gboolean muster_requirement_status_is_lacking (MusterRequirementStatus status);

/**
 * MusterRequirementFinding:
 * @through: the last day on which the finding holds where it is not lacking, the last day on which it was met where it expired; 0: no end is known
 * @fact: which of the facts decided; -1: none
 */
typedef struct
{
  MusterRequirementStatus status;
  MusterDay through;
  int fact;
} MusterRequirementFinding;

/**
 * muster_requirement_check:
 * @facts: one person's, in order of their recording
 * @type: one role
 *
 * Judges requirement @place of @pack. Days bound inclusively: what holds through a day holds on it. Evidence of a later day does not count yet. The newest
 * evidence decides, but a course once passed stays passed. An expiry that was recorded beats what a certification implies, unless the certification is later;
 * of a licence always: a certification implies the one of which nothing is recorded, never one that ended, was taken away or given up (domain.md, BRK-02).
 *
 * Suspended for an administrative reason, a role is judged by its certification of before: what is lacking then is what has to be done before it is lifted.
 *
 * In a season that has opened, evidence of before holds through the day on which the season is due, and so does a certification of before.
 */
MusterRequirementFinding muster_requirement_check (MusterRulePack *pack, guint place, const MusterRequirementDay *day, const MusterRequirementFact *facts, guint n_facts,
                                                   MusterAssisterType type, const MusterRoleFacts *role);

/** Sets what @standing holds about requirements, from all of @pack: those that a certified role lacks, and until when it stays as it is. @roles: by the bit number of the role. */
void muster_requirement_check_all (MusterRulePack *pack, const MusterRequirementDay *day, const MusterRequirementFact *facts, guint n_facts, const MusterRoleFacts *roles,
                                   MusterStandingFacts *standing);

/** Returns: (transfer full): translated: what would cure it: "Pass “Data security” with 70 % or more." with the day by which, if there is one. */
char *muster_requirement_dup_cure (const MusterRequirement *requirement, const MusterRequirementFinding *finding);
/** Returns: (transfer full): translated: what is wrong: "“Data security” is missing.", "The license ended on 2026-03-31." */
char *muster_requirement_dup_text (const MusterRequirement *requirement, const MusterRequirementFinding *finding);
