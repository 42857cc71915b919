using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Connectors.Mapping;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Carries out one object mapping.</summary>
/// <param name="mapping">It.</param>
/// <param name="path">Its place in the definition: <c>objectMappings[0]</c>.</param>
/// <param name="isThere">Whether the run has the person or the conversation that is written; true for custom objects.</param>
/// <param name="hasPerson">Whether the run has a person to refer to.</param>
/// <param name="findings">Where to say what did not go as the definition says.</param>
internal sealed class MappingPass(
    CompiledMapping mapping,
    string path,
    bool isThere,
    bool hasPerson,
    List<Problem> findings
)
{
    private readonly ObjectMapping definition = mapping.Mapping;
    private readonly Misfits objectMisfits = new();
    private readonly Misfits identityMisfits = new();
    private int beyond;

    /// <param name="response">The answer.</param>
    /// <param name="target">The type that is written; null when there is none of that key.</param>
    /// <param name="changes">Where to.</param>
    public void Run(JsonElement response, ObjectType? target, ObjectChanges changes)
    {
        if (Fault(target) is { } fault)
        {
            findings.Add(fault);
            return;
        }

        CarryOut(response, target!, changes);
    }

    private void CarryOut(JsonElement response, ObjectType type, ObjectChanges changes)
    {
        var rows = Rows(type);
        var references = References(type);
        foreach (var found in mapping.Objects!.Find(response))
        {
            objectMisfits.Meet();
            if (Misfit(found, type) is { } misfit)
            {
                objectMisfits.Add(() => PositionOf(found, FieldPath.Root), misfit);
            }
            else if (ChangeOf(found, type, changes) is { } change)
            {
                Take(found, change, rows);
                references.ForEach(change.Refer);
            }
        }

        Report(type, rows);
    }

    /// <summary>What keeps all of the mapping from being carried out.</summary>
    private Problem? Fault(ObjectType? type)
    {
        if (type is null)
        {
            return Finding(
                "objectType",
                $"There is no object {definition.ObjectType} any more, so nothing of it is stored. Choose another in the Data tab."
            );
        }

        if (!isThere)
        {
            return Finding(
                "objectType",
                $"This run is for no {definition.ObjectType}, so nothing is stored there."
            );
        }

        if (mapping.Objects is null)
        {
            return Finding(
                "responseObjectPath",
                $"{definition.ResponseObjectPath} is no path to an object, so nothing is stored."
            );
        }

        return type.IsCustom && mapping.Identity is null
            ? Finding(
                "identityPath",
                $"No field tells one {type.Name} from another, so none is stored."
            )
            : null;
    }

    private List<Row> Rows(ObjectType type)
    {
        var rows = new List<Row>();
        for (var index = 0; index < definition.Attributes.Count; index++)
        {
            var name = definition.Attributes[index].Attribute;
            if (name.Length == 0)
            {
                // A row that is still being filled in; the rules keep it from going live.
                continue;
            }

            var place = $"attributes[{index}]";
            var attribute = type.FindAttribute(name);
            if (attribute is null || attribute.IsIdentity)
            {
                findings.Add(
                    Finding(
                        $"{place}.attribute",
                        attribute is null
                            ? $"{type.Name} has no attribute {name} any more, so nothing is stored in it."
                            : $"{name} says who the {type.Key} is and is never overwritten."
                    )
                );
            }
            else if (mapping.Attributes[index] is { } valuePath)
            {
                rows.Add(new Row($"{place}.responsePath", attribute, valuePath, new Misfits()));
            }
            else
            {
                findings.Add(
                    Finding(
                        $"{place}.responsePath",
                        $"{definition.Attributes[index].ResponsePath} is no path to a value, so {name} is left as it is."
                    )
                );
            }
        }

        return rows;
    }

    private List<string> References(ObjectType type)
    {
        var references = new List<string>();
        for (var index = 0; index < definition.References.Count; index++)
        {
            var name = definition.References[index].Reference;
            if (type.FindReference(name) is null)
            {
                findings.Add(
                    Finding(
                        $"references[{index}]",
                        $"{type.Name} has no reference {name} any more, so it is not set."
                    )
                );
            }
            else if (!hasPerson)
            {
                findings.Add(
                    Finding(
                        $"references[{index}]",
                        $"This run is for no person, so {name} leads to nobody."
                    )
                );
            }
            else
            {
                references.Add(name);
            }
        }

        return references;
    }

    private static string? Misfit(FoundObject found, ObjectType type) =>
        found.Misfit ?? (!type.IsCustom && found.Index is not null ? "stands in a list" : null);

    private PendingChange? ChangeOf(FoundObject found, ObjectType type, ObjectChanges changes)
    {
        if (!type.IsCustom)
        {
            return changes.Of(type.Key, externalId: null);
        }

        identityMisfits.Meet();
        var identity = ValuePath.Locate(found.Value, mapping.Identity!);
        var misfit = identity.Misfit;
        if (
            misfit is not null
            || !ObjectIdentity.Read(identity.Value).TryGet(out var id, out misfit)
        )
        {
            identityMisfits.Add(() => PositionOf(found, mapping.Identity!), misfit);
            return null;
        }

        var change = changes.Of(type.Key, id.Text);
        if (change is null)
        {
            beyond++;
        }
        else
        {
            change.IsIdentityRedacted |= mapping.IsIdentityRedacted;
        }

        return change;
    }

    private void Take(FoundObject found, PendingChange change, List<Row> rows)
    {
        foreach (var row in rows)
        {
            var value = ValuePath.Read(found.Value, row.Path, row.Attribute.Type);
            if (value.Misfit is { } misfit)
            {
                row.Misfits.Meet();
                row.Misfits.Add(() => PositionOf(found, row.Path), misfit);
            }
            else if (value.HasValue)
            {
                row.Misfits.Meet();
                change.Set(row.Attribute.Name, value.Value);
            }
        }
    }

    private void Report(ObjectType type, List<Row> rows)
    {
        Add(
            "responseObjectPath",
            objectMisfits.Say(
                "objects",
                type.IsCustom
                    ? $"one object after the other was expected at {mapping.Objects}"
                    : $"a single object is stored on the {type.Key}"
            )
        );
        Add(
            "identityPath",
            identityMisfits.Say("objects", $"it tells one {type.Name} from another")
        );
        if (beyond > 0)
        {
            Add(
                "responseObjectPath",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A run stores at most {ObjectMapper.MostObjects:N0} objects; {beyond:N0} {(beyond == 1 ? "is" : "are")} left out."
                )
            );
        }

        foreach (var row in rows)
        {
            Add(
                row.Place,
                row.Misfits.Say(
                    "values",
                    $"{row.Attribute.Name} takes {AttributeValues.NameOf(row.Attribute.Type)}"
                )
            );
        }
    }

    private string PositionOf(FoundObject found, FieldPath value) =>
        mapping.Objects!.PositionOf(found.Index, value);

    private void Add(string place, string? message)
    {
        if (message is not null)
        {
            findings.Add(Finding(place, message));
        }
    }

    private Problem Finding(string place, string message) =>
        new($"{path}.{place}", message, ProblemSeverity.Warning);

    private sealed record Row(
        string Place,
        ObjectAttribute Attribute,
        FieldPath Path,
        Misfits Misfits
    );
}
