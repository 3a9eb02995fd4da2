/**
 * Where everything is kept: the data folder with its lock and clock, one SQLite file with a fair writer and a pool of readers, or
 * PostgreSQL, behind one {@link javax.sql.DataSource}; the schema; jobs that survive a restart (architecture, Storage).
 * {@code @Transactional} writes, {@code @Transactional(readOnly = true)} and no transaction at all read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package huizhan.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
