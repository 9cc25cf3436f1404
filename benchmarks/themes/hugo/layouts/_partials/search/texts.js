found("{{ .name }}", [
{{- range $index, $event := .events }}{{ if $index }},
{{ end }}["{{ .File.ContentBaseName }}",{{ partial "when-text.html" . | jsonify }},{{ .Title | jsonify }},{{ .Params.summary | jsonify }},"",[
{{- range $at, $quote := .Params.quotes }}{{ if $at }},{{ end }}[{{ .text | jsonify }},"","quote-{{ add $at 1 }}"]{{ end }}],{{ replace (strings.TrimSpace .Plain) "\n" " " | jsonify }}]
{{- end }}]);
