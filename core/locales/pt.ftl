# Informação sobre proteção de dados em português. Uma mensagem é uma cláusula inteira; docs/notice.md diz quando aparece.

locale-name = português
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = RGPD
law-uk = RGPD do Reino Unido
party-name = { $name }
party-vat = { $name } (n.º de IVA { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (n.º de IVA { $vat }, { $country })

## Titles and headings

title-full = Proteção de dados: gravação de visitas em { $site }
title-short = Declaração de privacidade: { $site }
heading-controller = Quem é o responsável pelo tratamento
heading-purposes = Porque gravamos visitas
heading-basis = Fundamento jurídico
heading-choice = A escolha é sua
heading-recorded = O que gravamos
heading-masked = Como protegemos os seus dados
heading-never = O que nunca gravamos
heading-recipients = Quem recebe as gravações
heading-transfers = Países fora do Espaço Económico Europeu
heading-retention = Durante quanto tempo guardamos as gravações
heading-rights = Os seus direitos
heading-complaint = O seu direito de reclamar
heading-california = Para visitantes da Califórnia
heading-quebec = Para visitantes do Quebeque
effective = Versão de { $date }
fingerprint = Identificador desta versão: { $fingerprint }

## In brief

brief-strict = Gravamos a forma como este sítio é utilizado e podemos depois rever uma visita como um filme (session replay). O filme mostra as páginas apenas em contorno, sem texto legível. O que escreve não é gravado.
brief-balanced = Gravamos a forma como este sítio é utilizado e podemos depois rever uma visita como um filme (session replay): como se move o rato, onde se clica e que páginas são vistas. O que escreve não é gravado.
brief-forms = Gravamos a forma como este sítio é utilizado e podemos depois rever uma visita como um filme (session replay): como se move o rato, onde se clica, que páginas são vistas e o que é escrito nos formulários. As palavras-passe, os campos de cartões de pagamento e outros campos sensíveis nunca são gravados.
brief-asked = Só o fazemos depois de ter concordado.
brief-mixed = Se a lei do seu país exigir o consentimento, só o fazemos depois de ter concordado. Pode recusar em qualquer país.
brief-optout = Pode recusar a qualquer momento.

## Who is responsible

controller-name = Responsável pelo tratamento neste sítio: { $name }
controller-address = Morada: { $address }
controller-email = E-mail para questões de proteção de dados: { $email }
controller-vat = N.º de IVA: { $vat }
representative = O nosso representante na União Europeia: { $contact }
dpo = O nosso encarregado da proteção de dados: { $contact }

## Purposes

purposes-intro = Vemos as gravações apenas para estas finalidades:
purpose-usability = Facilidade de utilização: vemos onde as nossas páginas são difíceis de utilizar e melhoramo-las.
purpose-support = Apoio: quando nos pede ajuda, vemos o que aconteceu.
purpose-security = Segurança: reconhecemos ataques e abusos.
purpose-statistics = Estatística: ficamos a saber com que frequência são utilizadas as nossas páginas e funções.
purposes-automated = Nenhuma decisão automatizada a seu respeito é tomada a partir de uma gravação.

## Legal basis

basis-consent = O fundamento jurídico é o seu consentimento ({ $law }, artigo 6.º, n.º 1, alínea a).
basis-consent-other = O fundamento é o seu consentimento.
basis-interest = O fundamento jurídico é o nosso interesse legítimo nas finalidades acima indicadas ({ $law }, artigo 6.º, n.º 1, alínea f).
basis-interest-other = O fundamento é o nosso interesse nas finalidades acima indicadas.
basis-contract = O fundamento jurídico é o nosso contrato consigo; precisamos das gravações para o cumprir ({ $law }, artigo 6.º, n.º 1, alínea b).
basis-contract-other = O fundamento é o nosso contrato consigo; precisamos das gravações para o cumprir.
basis-device = Regras sobre o acesso ao seu dispositivo: { $laws }

## Choice

choice-asked = Só gravamos depois de ter concordado. A escolha é livre: mesmo que recuse, pode utilizar o sítio da mesma forma.
choice-mixed = Se a lei do seu país exigir o consentimento, só gravamos depois de ter concordado. Nos outros países, gravamos até que recuse. A escolha é livre: mesmo que recuse, pode utilizar o sítio da mesma forma.
choice-optout = Gravamos as visitas, a menos que recuse. Mesmo que recuse, pode utilizar o sítio da mesma forma.
choice-withdraw = Pode retirar o seu consentimento a qualquer momento, tão facilmente como o deu: em «{ $settings }». Paramos então de imediato. O que aconteceu antes continua a ser lícito.
choice-object = Pode recusar a qualquer momento e sem indicar motivos: em «{ $settings }». Paramos então de imediato.
choice-delete = Se retirar o consentimento ou recusar, apagamos a gravação da sua visita.
choice-valid = O seu consentimento é válido por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}. Depois voltamos a perguntar.
choice-gpc = Se o seu navegador enviar o sinal Global Privacy Control (GPC), consideramo-lo uma recusa, a menos que, ainda assim, concorde expressamente.
choice-dnt = Se o seu navegador enviar o sinal Do Not Track (DNT), consideramo-lo uma recusa.
choice-age = Se soubermos que um visitante tem menos de { $years } anos, não gravamos a sua visita.

## What is recorded

recorded-pointer = Os movimentos do rato, os cliques, os toques, o deslocamento da página e o tamanho da sua janela, com a hora de cada ação.
recorded-page-text = As páginas tal como as vê, com o seu texto.
recorded-page-outline = A disposição das páginas. O texto é substituído por caracteres sem significado.
recorded-address = Os endereços das páginas visitadas, sem os termos de pesquisa e dados semelhantes.
recorded-typing-masked = Em que campos escreve e, aproximadamente, quanto. O que escreve não é gravado.
recorded-typing-forms = O que escreve e escolhe nos formulários, exceto em campos sensíveis.
recorded-media = As imagens, o som e os vídeos das páginas.
recorded-canvas = Os desenhos que as páginas fazem por programa (canvas), sem o texto e as imagens que contêm.
recorded-console = As mensagens que as páginas escrevem para os técnicos (consola do navegador).
recorded-network-urls = O endereço, o resultado e a hora dos pedidos que as páginas enviam em segundo plano.
recorded-network-full = O endereço, o resultado e a hora dos pedidos que as páginas enviam em segundo plano, bem como o seu conteúdo.
recorded-custom = Os acontecimentos que o próprio sítio comunica, por exemplo «encomenda concluída».
recorded-ip-short = O seu endereço IP, no máximo em forma abreviada.
recorded-ip-full = O seu endereço IP, onde surja nos dados gravados.
recorded-session = Um número de sessão, com o qual podemos encontrar e apagar a gravação da sua visita.

## Protection

masked-detect = Antes de uma gravação ser guardada ou transmitida, um programa procura nela dados pessoais, como endereços de e-mail e números de telefone, e oculta-os. Pode escapar-lhe alguma coisa.
masked-detect-some = Antes de uma gravação ser guardada ou transmitida, um programa procura nela certos tipos de dados pessoais e oculta-os. Pode escapar-lhe alguma coisa.
masked-pages = Destas páginas gravamos apenas o contorno: { $pages }
masked-areas = As áreas das nossas páginas que escolhemos proteger são tornadas ilegíveis.
masked-blocked = Algumas áreas das nossas páginas são omitidas e aparecem como uma caixa vazia.
masked-ignored = Em alguns campos não gravamos de todo o que introduz.
masked-allowed = Algumas áreas das nossas páginas ficam fora desta proteção; o seu texto continua legível.
masked-transit = As gravações são cifradas no caminho até ao destinatário.
masked-waiting = Enquanto uma gravação aguarda o envio, fica guardada de forma cifrada.

## Never

never-intro = Nenhuma definição pode alterar isto: o seguinte nunca é gravado.
never-passwords = As palavras-passe.
never-cards = Os números de cartão e os códigos de segurança em campos de pagamento.
never-codes = Os códigos de utilização única, por exemplo para iniciar sessão.
never-marked = Tudo o que esteja em campos assinalados como sensíveis.
never-outside = A sua câmara, o seu microfone e tudo o que esteja fora deste sítio.
never-also = Com as nossas definições, também não é gravado o seguinte:
never-typed = O que escreve.
never-choices = O que assinala ou escolhe nos formulários.
never-text = O texto legível das nossas páginas.
never-media = As imagens, o som e os vídeos das nossas páginas.
never-ip = O seu endereço IP.
never-canvas = Os desenhos que as páginas fazem por programa (canvas).
never-console = As mensagens que as páginas escrevem para os técnicos (consola do navegador).
never-network = Os pedidos que as páginas enviam em segundo plano.
never-custom = Os acontecimentos que o próprio sítio comunica.

## Recipients

vendor-processor = { $party } trata as gravações por nossa conta e apenas segundo as nossas instruções.
vendor-joint = { $party } decide connosco sobre as gravações e é responsável em conjunto connosco.
vendor-independent = { $party } utiliza as gravações também para fins próprios e responde por isso por conta própria.
vendor-policy = Política de privacidade ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } recebe gravações num país fora do Espaço Económico Europeu: { $country }. Uma decisão de adequação reconhece a proteção de dados nesse país.
transfer-dpf = { $name } recebe gravações num país fora do Espaço Económico Europeu: { $country }. Este destinatário está certificado ao abrigo do Data Privacy Framework.
transfer-scc = { $name } recebe gravações num país fora do Espaço Económico Europeu: { $country }. Os seus dados são aí protegidos por cláusulas contratuais-tipo que acordámos. Pode pedir-nos uma cópia.
transfer-bcr = { $name } recebe gravações num país fora do Espaço Económico Europeu: { $country }. Os seus dados são aí protegidos por regras vinculativas aplicáveis às empresas, aprovadas pelas autoridades. Pode pedir-nos uma cópia.
transfer-derogation = { $name } recebe gravações num país fora do Espaço Económico Europeu: { $country }. Os seus dados podem aí estar menos protegidos. Baseamo-nos numa exceção que a lei permite.
transfer-open = { $name } recebe gravações num país fora do Espaço Económico Europeu: { $country }.

## Retention

retention = Apagamos cada gravação ao fim de { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}.
retention-waiting = Uma gravação que não possa ser enviada é apagada ao fim de { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}.

## Rights

rights-intro = Tem estes direitos ({ $law }, artigos 15.º a 22.º):
rights-intro-other = Pode pedir-nos o seguinte:
right-access = Acesso: dizemos-lhe que dados seus temos e damos-lhe uma cópia.
right-rectification = Retificação: corrigimos os dados incorretos.
right-erasure = Apagamento: apagamos os seus dados.
right-restriction = Limitação: guardamos os seus dados, mas deixamos de os utilizar.
right-portability = Portabilidade: recebe os seus dados num formato de ficheiro corrente.
right-object = Oposição: opõe-se e deixamos de gravar as suas visitas.
right-automated = Decisões automatizadas: uma pessoa decide o seu caso, não apenas uma máquina.
rights-contact = Escreva para { $email }.
complaint-intro = Pode apresentar reclamação a uma autoridade de proteção de dados, por exemplo onde vive, onde trabalha ou onde considera que a lei foi violada.
complaint-intro-other = Pode apresentar reclamação à autoridade.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Categoria de dados pessoais segundo o California Consumer Privacy Act: atividade na Internet e noutras redes eletrónicas.
california-identifiers = Outra categoria: identificadores (endereço IP).
california-not-sold = Não vendemos gravações nem as partilhamos para publicidade.
california-disclosed = Um destinatário acima indicado utiliza as gravações também para fins próprios. Segundo a lei da Califórnia, isto pode ser uma venda. Pode pará-la a qualquer momento em «{ $settings }».
california-rights = Tem o direito de saber, de mandar apagar, de mandar corrigir e de recusar. Não recebe pior tratamento por usar os seus direitos.
quebec-responsible = Responsável pela proteção de dados pessoais: { $contact }
quebec-technology = A gravação está desligada até que a ligue ao concordar.
quebec-transfer = As gravações podem ser comunicadas para fora do Quebeque.

## Short statement

short-statement = Os seus dados pessoais podem ser recolhidos por nós ou por terceiros, como { $vendors }.
short-none = Gravamos as visitas apenas em contorno: sem texto legível, sem o que escreve e sem o seu endereço IP. Destinatários: { $vendors }.
short-contact = Questões de proteção de dados: { $email }

## Banner

banner-title-ask = Podemos gravar a sua visita?
banner-title-inform = Gravamos visitas
banner-strict = Vemos então, como num filme, como este sítio é utilizado: apenas em contorno, sem texto legível. O que escreve não é gravado.
banner-balanced = Vemos então, como num filme, como este sítio é utilizado: movimentos do rato, cliques e páginas. O que escreve não é gravado.
banner-forms = Vemos então, como num filme, como este sítio é utilizado: movimentos do rato, cliques, páginas e o que escreve nos formulários. As palavras-passe, os campos de cartões de pagamento e outros campos sensíveis nunca são gravados.
banner-purposes = Finalidades: { $purposes }
banner-recipients = Destinatários: { $vendors }
banner-choice-ask = A escolha é livre. Pode mudar de ideias a qualquer momento em «{ $settings }».
banner-choice-inform = Pode recusar agora ou a qualquer momento em «{ $settings }».
purpose-name-usability = facilidade de utilização
purpose-name-support = apoio
purpose-name-security = segurança
purpose-name-statistics = estatística
button-accept = Aceitar
button-refuse = Recusar
button-notice = Proteção de dados
button-settings = Definições da gravação
button-withdraw = Retirar o consentimento
status-on = A sua visita está a ser gravada.
status-off = A sua visita não está a ser gravada.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Este texto resulta das definições do seu gravador. Não é aconselhamento jurídico: verifique-o, ou peça a um advogado que o verifique, antes de o publicar.
advice-missing = A sua configuração ainda não indica isto: { $fields }
advice-settings = Coloque em cada página uma ligação ou um botão chamado «{ $settings }», para que os visitantes possam alterar a sua escolha.
advice-suggested = Texto proposto:
