/**
 * Choosing projects within a budget.
 *
 * <ul>
 *   <li>Participatory budgeting: a {@link org.yicheng.count.projects.ProjectRule} chooses in a
 *       {@link org.yicheng.count.projects.ProjectElection} and gives a {@link org.yicheng.count.projects.Selection},
 *       with its rounds if asked. Rules that are equal to those of pabutools 1.2.3 bear its names.
 *   <li>The deputies' ballot on livelihood projects: {@link org.yicheng.count.projects.DeputiesBallot}.
 *   <li>Files: {@link org.yicheng.count.projects.PbFile} reads and writes the format of Pabulib,
 *       {@link org.yicheng.count.projects.PbCheck} says what its checker would.
 * </ul>
 *
 * <p>Exact: money and points are whole numbers of their smallest unit, prices and loads are fractions. Ties are broken
 * by the project's id, ascending as text, and never by lot.
 */
package org.yicheng.count.projects;
