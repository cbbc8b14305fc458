/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"

/**
 * MusterClause: one clause of the notice, or a ground outside it. Titles are ours; the wording is the agency's to load.
 * @binds: #MusterAssisterType flags
 * @usual_from, @usual_to: severities 1 to 4; 0 where none is usual
 */
typedef struct
{
  char *id;       /* "COC-09" */
  char *parent;   /* "ROB-02" for "ROB-02a"; %NULL */
  char *title;    /* in the language asked for */
  char *breach;   /* a typical breach */
  guint binds;
  int usual_from;
  int usual_to;
} MusterClause;

typedef struct _MusterClauseCatalogue MusterClauseCatalogue;

/**
 * muster_clause_catalogue_parse:
 * @text: a key file (data/clauses/); @languages: (nullable): preferred languages, as g_get_language_names()
 *
 * Returns: (transfer full): the catalogue; %NULL with MUSTER_ERROR_INVALID naming group, key and rule.
 */
MusterClauseCatalogue *muster_clause_catalogue_parse (const char *text, gssize length, const char *const *languages, GError **error);
void muster_clause_catalogue_free (MusterClauseCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterClauseCatalogue, muster_clause_catalogue_free)

const char *muster_clause_catalogue_get_version (MusterClauseCatalogue *catalogue);
/**
 * Returns: (transfer full): in words, where clauses come from that a case cites in @version: title of the notice and edition of the list of its clauses.
 * What stands up to the last hyphen of a version names the notice; a version of another notice is returned as it is.
 */
char *muster_clause_catalogue_dup_source (MusterClauseCatalogue *catalogue, const char *version);
/** Returns: (transfer none) (element-type MusterClause): all, in the order of the notice. */
GPtrArray *muster_clause_catalogue_get_clauses (MusterClauseCatalogue *catalogue);
/** Returns: (transfer none): the clause @id (any case); %NULL with MUSTER_ERROR_NOT_FOUND naming it and how to list them. */
const MusterClause *muster_clause_catalogue_find (MusterClauseCatalogue *catalogue, const char *id, GError **error);
/** The lists of clauses that ship, as texts, ended by %NULL. */
extern const char *const muster_shipped_clauses[];
/** Whether @id (any case) is a clause of a list that ships. */
gboolean muster_clause_is_known (const char *id);
/**
 * Checks @ids (%NULL-terminated) against a person who holds @types: each known, none twice, at least one, each binding
 * at least one of the types. Fills @canonical (transfer full, %NULL-terminated) with the ids as the catalogue writes them.
 */
gboolean muster_clause_catalogue_check (MusterClauseCatalogue *catalogue, const char *const *ids, guint types, char ***canonical, GError **error);
