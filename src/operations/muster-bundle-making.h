/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-bundle.h"
#include "operations/muster-bundle-case.h"

/* A hearing bundle is made of a case: what it says, part by part. Inside of operations/ only. */

/**
 * MusterBundleWish: what is wanted.
 * @reason: what it is for; stands on the cover
 * @maker: who makes it
 * @has_files: whether the files of the case go with it
 * @with_complainant: whether the whole form says who complained
 */
typedef struct
{
  const char *agency;
  const char *reason;
  const char *maker;
  const char *checkpoint;
  gboolean is_practice;
  gboolean has_files;
  gboolean with_complainant;
  gint64 time; /* µs since 1970 UTC */
} MusterBundleWish;

/** Returns: (transfer full): what is to be drawn; what @redactor takes out is in it nowhere. */
MusterBundle *muster_bundle_make (MusterDatabase *database, const MusterBundleCase *record, const MusterBundleWish *wish, MusterRedactor *redactor, GError **error);

/** MusterBundleMaking: a bundle on its way. */
typedef struct
{
  MusterDatabase *database;
  const MusterBundleCase *record;
  const MusterBundleWish *wish;
  MusterRedactor *redactor;
  MusterBundle *bundle;
} MusterBundleMaking;

/* The parts, in order. Those that read the register can fail. */
void muster_bundle_make_summary (MusterBundleMaking *making);
void muster_bundle_make_timeline (MusterBundleMaking *making);
void muster_bundle_make_notices (MusterBundleMaking *making);
gboolean muster_bundle_make_decisions (MusterBundleMaking *making, GError **error);
void muster_bundle_make_actions (MusterBundleMaking *making);
gboolean muster_bundle_make_incidents (MusterBundleMaking *making, GError **error);
gboolean muster_bundle_make_evidence (MusterBundleMaking *making, GError **error);
void muster_bundle_make_clauses (MusterBundleMaking *making);
void muster_bundle_make_log (MusterBundleMaking *making);
void muster_bundle_make_manifest (MusterBundleMaking *making);

/* What they write with. */

/** Adds what a person wrote. @number: of the record in which it stands: the log of what is left out names it with @label. */
void muster_bundle_making_add_said (MusterBundleMaking *making, MusterBundlePart *part, const char *number, const char *label, const char *text);
/** Adds what does not leave with a redacted bundle. */
void muster_bundle_making_add_private (MusterBundleMaking *making, MusterBundlePart *part, MusterRedactionKind kind, const char *number, const char *label, const char *text);
/** Adds a day, if there is one. */
void muster_bundle_making_add_day (MusterBundlePart *part, const char *label, const GDate *day);
/** Adds who did something and when, "2026-03-10 14:05 · Alex Moreau"; nothing where nobody did. */
void muster_bundle_making_add_deed (MusterBundleMaking *making, MusterBundlePart *part, const char *label, gint64 account, gint64 time);
/** Returns: (transfer full): "2026-03-10 14:05", on the clock of where the register is kept. */
char *muster_bundle_making_dup_time (gint64 time);
/** Returns: (transfer full): the full name of an account; a dash for none. */
char *muster_bundle_making_dup_account (MusterBundleMaking *making, gint64 id);
/** Returns: (transfer full) (nullable): that parts of the case are closed to whoever makes it, and not in it; %NULL where none is. */
char *muster_bundle_making_dup_withheld (const MusterBundleCase *record);
/** Returns: (transfer full): what a person wrote, as it may leave. */
char *muster_bundle_making_dup_said (MusterBundleMaking *making, const char *number, const char *label, const char *text);
/** Returns: (transfer full): "COC-09 Safeguarding client information", one a line. */
char *muster_bundle_making_dup_clauses (GPtrArray *ids);
