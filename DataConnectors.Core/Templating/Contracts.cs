namespace DataConnectors.Core.Templating;

public enum BodyFormat
{
    Json,
    Form,
    Text,
}

public sealed record TemplateValue(string Text);

public interface ITemplateValues
{
    bool TryGet(string name, out TemplateValue value);
}
