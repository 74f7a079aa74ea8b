package eu.tremplin.application.importing;

import static eu.tremplin.domain.shared.CommandMetadata.IMPORT_FILE;
import static eu.tremplin.domain.shared.CommandMetadata.IMPORT_ID;
import static eu.tremplin.domain.shared.CommandMetadata.IMPORT_LINE;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import eu.tremplin.application.commands.Accepted;
import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.commands.CommandSender;
import eu.tremplin.application.importing.ImportReport.Line;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Imports a file, or rehearses it: the same judgement of every row, and nothing appended. */
@Component
final class Imports {

    private final CommandSender sender;
    private final Register register;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Imports(CommandSender sender, Register register) {
        this.sender = sender;
        this.register = register;
    }

    ImportReport run(Upload file, Mapping mapping, CommandContext request) throws IOException {
        Inspection inspected = Inspection.of(file, mapping);
        UUID importId = ids.generate();
        var position = new AtomicLong();
        List<Line> lines = new RowByRow(mapping, register, (row, wanted) -> {
                    Map<String, Object> origin = Map.of(
                            IMPORT_ID,
                            importId,
                            IMPORT_FILE,
                            file.name() + " sha256:" + inspected.sha256(),
                            IMPORT_LINE,
                            row.line());
                    CommandContext context = request.oneOfMany(commandId(wanted), origin);
                    Accepted accepted = sender.send(context, wanted.startup(), wanted.commandArray());
                    position.accumulateAndGet(accepted.position(), Math::max);
                })
                .through(file);
        return ImportReport.ofImport(importId, mapping, file, inspected, position.get(), lines);
    }

    ImportReport rehearse(Upload file, Mapping mapping, CommandContext request) throws IOException {
        Inspection inspected = Inspection.of(file, mapping);
        List<Line> lines = new RowByRow(
                        mapping,
                        register,
                        (_, wanted) -> sender.rehearse(
                                request.oneOfMany(commandId(wanted), Map.of()),
                                wanted.startup(),
                                wanted.commandArray()))
                .through(file);
        return ImportReport.ofRehearsal(mapping, file, inspected, lines);
    }

    /** Follows from source and row as the startup's id does: the same row is the same command, whoever sends it. */
    private static String commandId(StartupRow wanted) {
        return "import:" + wanted.startup();
    }
}
