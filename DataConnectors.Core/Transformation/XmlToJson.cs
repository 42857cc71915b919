using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation;

/// <summary>
/// Turns XML into JSON: an element is an object with its attributes as <c>@name</c> and its children by name, repeated children a
/// list, text beside either <c>#text</c>; an element with nothing but text is that text, an empty one null. Namespaces are dropped.
/// </summary>
internal static class XmlToJson
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Lists make the JSON deeper than the XML was; whether it is too deep is judged on the JSON.</summary>
    private static readonly JsonSerializerOptions Deep = new()
    {
        MaxDepth = 2 * ResponseParser.MaxDepth,
    };

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static Outcome<ParsedResponse, TransformationFailure> Parse(ReadOnlyMemory<byte> text)
    {
        // From characters, because a declaration may still name the encoding that the text had.
        var xml = Encoding.UTF8.GetString(text.Span).TrimStart();
        try
        {
            using var source = new StringReader(xml);
            using var reader = XmlReader.Create(source, Settings);
            reader.MoveToContent();
            var name = reader.LocalName;
            if (!TryRead(reader, depth: 1, out var content))
            {
                var place = (IXmlLineInfo)reader;
                return TransformationFailure.TooDeep(place.LineNumber, place.LinePosition);
            }

            // What follows the root is read too, so that an answer cut or followed by something else is found.
            while (reader.Read()) { }
            return JsonText
                .Parse(
                    JsonSerializer.SerializeToUtf8Bytes(new JsonObject { [name] = content }, Deep)
                )
                .TryGet(out var parsed, out _)
                ? parsed with
                {
                    Format = ResponseFormat.Xml,
                }
                : new TransformationFailure(
                    $"The answer is nested more than {ResponseParser.MaxDepth} levels deep as JSON, the most that is read; repeated elements count twice."
                )
                {
                    IsTooDeep = true,
                };
        }
        catch (XmlException fault)
        {
            var (line, column) = (Math.Max(1, fault.LineNumber), Math.Max(1, fault.LinePosition));
            var cause = xml.Contains("<!DOCTYPE", StringComparison.Ordinal)
                ? " Document type declarations are refused."
                : "";
            return new TransformationFailure(
                $"The answer is not valid XML at line {line}, column {column}.{cause}"
            )
            {
                Line = line,
                Column = column,
            };
        }
    }

    /// <summary>Reads the element that the reader stands on, and leaves it on the node after.</summary>
    private static bool TryRead(XmlReader reader, int depth, out JsonNode? node)
    {
        node = null;
        if (depth >= ResponseParser.MaxDepth)
        {
            return false;
        }

        var content = new JsonObject();
        var isNil = ReadAttributes(reader, content);
        var text = new StringBuilder();
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        while (!isEmpty && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var name = reader.LocalName;
                if (!TryRead(reader, depth + 1, out var child))
                {
                    return false;
                }

                Add(content, name, child);
                continue;
            }

            text.Append(reader.Value);
            reader.Read();
        }

        if (!isEmpty)
        {
            reader.Read();
        }

        node = isNil ? null : Content(content, text.ToString());
        return true;
    }

    private static bool ReadAttributes(XmlReader reader, JsonObject content)
    {
        var isNil = false;
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == SchemaInstance)
            {
                isNil |= reader is { LocalName: "nil", Value: "true" or "1" };
            }
            else if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
            {
                content["@" + reader.LocalName] = reader.Value;
            }
        }

        reader.MoveToElement();
        return isNil;
    }

    private static void Add(JsonObject content, string name, JsonNode? child)
    {
        if (!content.TryGetPropertyValue(name, out var present))
        {
            content[name] = child;
        }
        else if (present is JsonArray list)
        {
            list.Add(child);
        }
        else
        {
            content[name] = new JsonArray(present?.DeepClone(), child);
        }
    }

    private static JsonNode? Content(JsonObject content, string text)
    {
        if (content.Count == 0)
        {
            return text.Length == 0 ? null : JsonValue.Create(text);
        }

        if (text.AsSpan().Trim() is { IsEmpty: false } trimmed)
        {
            content["#text"] = trimmed.ToString();
        }

        return content;
    }
}
