using DataConnectors.Core.Connectors;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors.Mapping;

/// <summary>
/// How the answer is cut down. The wire has one word for the access and the way (<c>redacted_access</c> is the table of fields) and one
/// member for the code; a definition keeps the way and the code of both languages whatever is chosen.
/// </summary>
internal static class Transformations
{
    public static DataTransformationTypeName TypeOf(ConnectorDefinition definition) =>
        definition.DataAccess == DataAccess.Full ? DataTransformationTypeName.FullAccess
        : definition.ResponseTransformation == ResponseTransformation.Table
            ? DataTransformationTypeName.RedactedAccess
        : DataTransformationTypeName.CodeBlockTransformation;

    /// <summary>Language and code in use (null for the table), and the code that is kept beside it (null when there is none).</summary>
    public static (TransformationLanguageName?, string?, ConnectorKeptCode?) ToWire(
        ConnectorDefinition definition
    )
    {
        var python = definition.PythonCode.Length > 0 ? definition.PythonCode : null;
        var javaScript = definition.JavaScriptCode.Length > 0 ? definition.JavaScriptCode : null;
        return definition.ResponseTransformation switch
        {
            ResponseTransformation.Python => (
                TransformationLanguageName.Python,
                definition.PythonCode,
                Kept(null, javaScript)
            ),
            ResponseTransformation.JavaScript => (
                TransformationLanguageName.Javascript,
                definition.JavaScriptCode,
                Kept(python, null)
            ),
            _ => (null, null, Kept(python, javaScript)),
        };
    }

    /// <summary>The definition with what was sent of it.</summary>
    public static ConnectorDefinition Apply(
        ConnectorDefinition definition,
        DataConnectorSettings sent,
        IReadOnlySet<string> given,
        SettingFaults faults
    )
    {
        var way = WayOf(definition, sent, given, faults);
        definition = definition with
        {
            ResponseTransformation = way,
            DataAccess = sent.DataTransformationType switch
            {
                null when given.Contains("data_transformation_type") => DataAccess.Full,
                null => definition.DataAccess,
                DataTransformationTypeName.FullAccess => DataAccess.Full,
                _ => DataAccess.Restricted,
            },
        };
        if (given.Contains("kept_transformation_code"))
        {
            definition = definition with
            {
                PythonCode =
                    way == ResponseTransformation.Python
                        ? definition.PythonCode
                        : sent.KeptTransformationCode?.Python ?? "",
                JavaScriptCode =
                    way == ResponseTransformation.JavaScript
                        ? definition.JavaScriptCode
                        : sent.KeptTransformationCode?.Javascript ?? "",
            };
        }

        return !given.Contains("transformation_code")
            ? definition
            : way switch
            {
                ResponseTransformation.Python => definition with
                {
                    PythonCode = sent.TransformationCode ?? "",
                },
                ResponseTransformation.JavaScript => definition with
                {
                    JavaScriptCode = sent.TransformationCode ?? "",
                },
                _ => definition,
            };
    }

    private static ResponseTransformation WayOf(
        ConnectorDefinition definition,
        DataConnectorSettings sent,
        IReadOnlySet<string> given,
        SettingFaults faults
    )
    {
        ResponseTransformation? language = sent.TransformationLanguage switch
        {
            TransformationLanguageName.Python => ResponseTransformation.Python,
            TransformationLanguageName.Javascript => ResponseTransformation.JavaScript,
            _ => null,
        };
        var current = definition.ResponseTransformation;
        switch (sent.DataTransformationType)
        {
            case DataTransformationTypeName.RedactedAccess:
                if (language is not null || !string.IsNullOrEmpty(sent.TransformationCode))
                {
                    faults.Add(
                        "transformation_code",
                        "Under redacted_access no code is used. Choose code_block_transformation, or send the code in kept_transformation_code."
                    );
                }

                return ResponseTransformation.Table;
            case DataTransformationTypeName.CodeBlockTransformation:
                return language
                    ?? (
                        current == ResponseTransformation.Table
                            ? ResponseTransformation.Python
                            : current
                    );
            default:
                // Code sent by itself is Python, as the first language that there was.
                return language
                    ?? (
                        !string.IsNullOrEmpty(sent.TransformationCode)
                        && current == ResponseTransformation.Table
                            ? ResponseTransformation.Python
                        : given.Contains("transformation_language") ? ResponseTransformation.Table
                        : current
                    );
        }
    }

    private static ConnectorKeptCode? Kept(string? python, string? javaScript) =>
        python is null && javaScript is null
            ? null
            : new ConnectorKeptCode { Python = python, Javascript = javaScript };
}
